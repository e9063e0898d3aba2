//! The console, the explorer and the schema as they are served: all of it from here, nothing from anywhere else.

use std::path::{Path, PathBuf};

use axum::http::{Request, header};
use tests::site::Site;

/// What `npm run build` made, or nothing where it was not run.
fn built() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../gateway/console/dist")).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

fn address(file: &Path) -> String {
    let text = file.to_str().unwrap();
    text.split_once("/console/dist").unwrap().1.to_owned()
}

/// How a file would make a browser fetch something: what must not be followed by another host.
const FETCHES: [&str; 16] = [
    "src=\"",
    "src='",
    "href=\"",
    "href='",
    "url(",
    "url(\"",
    "url('",
    "@import \"",
    "import(\"",
    "import\"",
    "import \"",
    "from\"",
    "from \"",
    "importScripts(\"",
    "fetch(\"",
    "new Worker(\"",
];

/// The addresses of other hosts that a text fetches from.
fn outside(text: &str) -> Vec<&str> {
    let addresses = text.match_indices("//").filter(|(at, _)| {
        let before = &text[..*at];
        let before = before.strip_suffix("https:").or_else(|| before.strip_suffix("http:")).unwrap_or(before);
        FETCHES.iter().any(|how| before.ends_with(how))
    });
    addresses.map(|(at, _)| text[at..].split(['"', '\'', ')']).next().unwrap_or_default()).collect()
}

#[tokio::test]
async fn the_schema_is_served_as_it_is_committed() {
    let site = Site::new().await;
    let answer = site.client.get("/schema.graphql").await;
    assert_eq!(answer.header("content-type"), "application/graphql; charset=utf-8");
    assert_eq!(answer.text(), include_str!("../../../schema/schema.graphql"));
}

#[tokio::test]
async fn sec_03_no_served_file_fetches_anything_from_elsewhere() {
    assert_eq!(
        outside("<script src=\"https://unpkg.com/x\"> // url(x)"),
        ["//unpkg.com/x"],
        "it finds what it looks for"
    );
    let site = Site::new().await;
    for file in built() {
        let address = address(&file);
        let answer = site.client.get(&address).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.len()),
            (200, std::fs::read(&file).unwrap().len()),
            "{address}"
        );
        assert_eq!(outside(&answer.text()), Vec::<&str>::new(), "{address}");
        let kind = answer.header("content-type");
        let expected = match file.extension().and_then(|ending| ending.to_str()) {
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("html") => "text/html; charset=utf-8",
            _ => kind,
        };
        assert_eq!(kind, expected, "{address}");
        let kept = if address.starts_with("/assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        assert_eq!(answer.header("cache-control"), kept, "{address}");
    }
}

#[tokio::test]
async fn the_explorer_and_every_address_of_the_console_are_pages_whose_files_are_here() {
    let site = Site::new().await;
    for path in ["/explorer", "/", "/households", "/households/some-id", "/audit?from=2026-11-24"] {
        let answer = site.client.get(path).await;
        if built().is_empty() {
            assert_eq!(answer.outcome(), (404, "NOT_FOUND".to_owned()), "{path}");
            assert!(answer.text().contains("built without the console"));
            continue;
        }
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (200, "text/html; charset=utf-8"),
            "{path}"
        );
        let page = answer.text();
        let files = page.split('"').filter(|word| word.starts_with('/'));
        let files: Vec<_> = files.collect();
        assert!(files.len() > 2, "{page}");
        for file in files {
            assert_eq!(site.client.get(file).await.status, 200, "{path} needs {file}");
        }
        let script = page.split("<script").skip(1).find(|script| !script.split('>').next().unwrap().contains("src="));
        assert_eq!(script, None, "the policy forbids scripts inside of a page");
    }
    for gone in ["/assets/gone.js", "/favicon.ico", "/index.php", "/huji.toml", "/huji.db"] {
        assert_eq!(site.client.get(gone).await.outcome(), (404, "NOT_FOUND".to_owned()), "{gone}");
    }
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let site = Site::new().await;
    if built().is_empty() {
        return;
    }
    let first = site.client.get("/explorer").await;
    let tag = first.header("etag").to_owned();
    let again = site.client.send(Request::get("/explorer").header(header::IF_NONE_MATCH, &tag), "").await;
    assert_eq!((again.status.as_u16(), again.body.len(), again.header("etag")), (304, 0, tag.as_str()));
    let head = site.client.send(Request::head("/explorer"), "").await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
}
