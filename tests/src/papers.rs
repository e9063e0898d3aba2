//! Papers to hand in: pictures with all a camera writes into them, files that are not what they say, and a scanner of our own.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use image::{DynamicImage, ImageFormat, RgbImage};
use tenants::Scope;
use tenants::documents::{Document, NewDocument};
use tenants::files::Content;
use tenants::members::Member;
use tenants::scope::Precinct;
use tenants::store::Origin;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::world::World;

/// What a photograph of ours says in its metadata.
pub const SECRET: &[u8] = b"lat=30.5928 lon=114.3055";

fn picture(width: u32, height: u32) -> DynamicImage {
    // Noise of its own making, so that it does not compress to nothing and an upload has parts.
    let mut state = 1_u32;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        image::Rgb([a, b, c])
    }))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// A photograph of 600 by 400 with an EXIF segment: lying on its side, and taken somewhere.
pub fn photo() -> Vec<u8> {
    let jpeg = encoded(&picture(600, 400), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(SECRET);
    let length = u16::try_from(exif.len() + 2).expect("a short segment").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// A PNG of a few bytes that claims to be 11,000 pixels wide and high.
pub fn bomb() -> Vec<u8> {
    let mut png = encoded(&picture(4, 4), ImageFormat::Png);
    for at in [16, 20] {
        png[at..at + 4].copy_from_slice(&11_000_u32.to_be_bytes());
    }
    let crc = !png[12..29].iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    });
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    png
}

/// A PDF that ends as one should.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n".to_vec()
}

/// Whether some bytes are among others.
pub fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

impl World {
    /// A member's way into his own precinct.
    pub fn scope(&self, member: &Arc<Member>) -> Scope<Precinct> {
        self.store.precinct(member, &Origin { request_id: "papers".to_owned(), terminal: "DESKTOP".to_owned() })
    }

    /// Opens a case file and gives its number.
    pub async fn case(&self, member: &Arc<Member>) -> String {
        let document =
            "mutation { openCaseFile(input: { kind: APPLICATION, title: \"papers\" }) { caseFile { number } } }";
        let data = self.data(member, document).await;
        data["openCaseFile"]["caseFile"]["number"].as_str().expect("a case file").to_owned()
    }

    /// Announces a document of a case, sends all of it and has it looked at.
    pub async fn hand_in(&self, member: &Arc<Member>, case: &str, bytes: &[u8]) -> Document {
        let scope = self.scope(member);
        let prepared = scope.prepare_upload(paper(case, bytes.len())).await.expect("an upload");
        let id = prepared.document.id;
        let mut at = 0;
        for part in bytes.chunks(70_000) {
            at = scope.receive_part(id, at, part).await.expect("a part is taken");
        }
        scope.complete_upload(id, 1).await.expect("it was looked at")
    }

    /// The folder in which this world's files are.
    pub fn files(&self) -> PathBuf {
        PathBuf::from(&self.settings.files.place)
    }
}

/// A document of a case about to be sent.
pub fn paper(case: &str, size: usize) -> NewDocument {
    NewDocument {
        kind: "ID_CARD".to_owned(),
        size: size as u64,
        application: None,
        paper: None,
        case_ref: Some(case.to_owned()),
        person: None,
    }
}

/// A content's bytes.
pub async fn bytes(content: &Content) -> Vec<u8> {
    let (mut all, mut at) = (Vec::new(), 0);
    while let Some(chunk) = content.chunk(at).await {
        all.extend(chunk.expect("it opens"));
        at += 1;
    }
    all
}

/// Every file below a folder.
pub fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(below(&path)) } else { files.push(path) }
    }
    files
}

/// A clamd of our own that finds whatever has `EICAR` in it; its address.
pub async fn clamd() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut command = [0; 10];
                line.read_exact(&mut command).await.expect("a command");
                assert_eq!(&command, b"zINSTREAM\0");
                let mut file = Vec::new();
                loop {
                    let length = line.read_u32().await.expect("a length") as usize;
                    if length == 0 {
                        break;
                    }
                    let mut piece = vec![0; length];
                    line.read_exact(&mut piece).await.expect("a piece");
                    file.extend(piece);
                }
                let found = holds(&file, b"EICAR");
                let answer: &[u8] = if found { b"stream: Win.Test.EICAR FOUND\0" } else { b"stream: OK\0" };
                line.write_all(answer).await.expect("an answer");
            });
        }
    });
    address
}
