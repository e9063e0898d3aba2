//! A folder with a `huji` in it: what it is told by, what it prints, and a server that is ended with it.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;
use tests::http::Client;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::process::{Child, Command};

/// How long a server may take to listen, on a machine with other work.
const PATIENCE: Duration = Duration::from_mins(1);

/// An empty folder and the environment of what is run in it; nothing of the tester's own environment comes in.
pub(crate) struct Folder {
    directory: tempfile::TempDir,
    environment: Vec<(String, String)>,
    /// Words before the binary's path, such as a shell that narrows what it may do.
    wrapper: Vec<String>,
}

/// What a command left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let environment = vec![("HUJI_LISTEN".to_owned(), "127.0.0.1:0".to_owned())];
        Self { directory: tempfile::tempdir().unwrap(), environment, wrapper: Vec::new() }
    }

    /// A folder with a seeded district, and accounts in `accounts.json`.
    pub(crate) async fn seeded(precincts: u32, households: u32) -> Self {
        let folder = Self::new();
        folder.ok(&["migrate"]).await;
        let (precincts, households) = (precincts.to_string(), households.to_string());
        let told =
            ["seed", "--precincts", &precincts, "--households", &households, "--accounts", "accounts.json", "--json"];
        std::fs::write(folder.path("seed.json"), folder.ok(&told).await).unwrap();
        folder
    }

    /// Sets a variable of the environment.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.into()));
    }

    /// Runs everything through a shell's words, with the binary as `"$0" "$@"`.
    pub(crate) fn wrap(&mut self, script: &str) {
        self.wrapper = ["/bin/sh", "-c", script].map(str::to_owned).to_vec();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// The URL of the folder's own database.
    pub(crate) fn database(&self) -> String {
        format!("sqlite://{}", self.path("huji.db").display())
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The first made account of a role.
    pub(crate) fn account(&self, file: &str, role: &str) -> Value {
        let accounts: Value = serde_json::from_str(&self.read(file)).unwrap();
        let found = accounts["accounts"].as_array().unwrap().iter().find(|account| account["role"] == role).cloned();
        found.unwrap_or_else(|| panic!("no {role} in {file}"))
    }

    pub(crate) fn token(&self, role: &str) -> String {
        self.account("accounts.json", role)["token"].as_str().unwrap().to_owned()
    }

    /// The code of a seeded precinct.
    pub(crate) fn precinct(&self, at: usize) -> String {
        let manifest: Value = serde_json::from_str(&self.read("seed.json")).unwrap();
        manifest["precincts"][at]["code"].as_str().unwrap().to_owned()
    }

    fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let huji = env!("CARGO_BIN_EXE_huji").to_owned();
        let words: Vec<String> = self.wrapper.iter().cloned().chain([huji]).collect();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).args(arguments).env_clear().envs(self.environment.iter().cloned());
        command.current_dir(self.directory.path()).stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Runs a command to its end.
    pub(crate) async fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Ran {
        let done = self.command(arguments).output().await.unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
    }

    /// What a command that must succeed prints.
    pub(crate) async fn ok<S: AsRef<OsStr>>(&self, arguments: &[S]) -> String {
        let ran = self.run(arguments).await;
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.out
    }

    /// What a command that must fail says on standard error: a sentence of ours and nothing else.
    pub(crate) async fn fails<S: AsRef<OsStr>>(&self, arguments: &[S]) -> String {
        let ran = self.run(arguments).await;
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("huji: ") && !ran.err.contains("panicked"), "{ran:?}");
        ran.err
    }

    /// Starts a server and waits until it listens.
    pub(crate) async fn serve(&self, arguments: &[&str]) -> Served {
        let mut child = self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::<Mutex<String>>::default();
        tokio::spawn(keep(child.stdout.take().unwrap(), Arc::clone(&said)));
        tokio::spawn(keep(child.stderr.take().unwrap(), Arc::clone(&said)));
        let started = Instant::now();
        let address = loop {
            if let Some(address) = address(&said.lock().unwrap_or_else(PoisonError::into_inner)) {
                break address;
            }
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none() && started.elapsed() < PATIENCE, "{ended:?} {said:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        Served { client: Client::new(format!("http://{address}")), address, child, said }
    }
}

async fn keep(output: impl AsyncRead + Unpin, said: Arc<Mutex<String>>) {
    let mut lines = BufReader::new(output).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        said.push_str(&line);
        said.push('\n');
    }
}

/// The address in the line that says where the server listens, in whichever format the lines are.
fn address(said: &str) -> Option<String> {
    let line = said.lines().find(|line| line.contains("listening") || line.contains("console   http"))?;
    let at = line.find("127.0.0.1:")?;
    Some(line[at..].chars().take_while(|letter| letter.is_ascii_digit() || ".:".contains(*letter)).collect())
}

/// A running server.
pub(crate) struct Served {
    pub(crate) client: Client,
    pub(crate) address: String,
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Served {
    /// Asks it to stop, as a service manager does.
    pub(crate) async fn terminate(&self) {
        let kill = format!("kill -TERM {}", self.child.id().unwrap());
        assert!(Command::new("/bin/sh").args(["-c", &kill]).status().await.unwrap().success());
    }

    /// Waits for its end: the exit code, and all it ever said.
    pub(crate) async fn ended(mut self) -> (Option<i32>, String) {
        let status = tokio::time::timeout(PATIENCE, self.child.wait()).await.expect("it ends").unwrap();
        // The readers have what was written, a moment after the writer is gone.
        tokio::time::sleep(Duration::from_millis(100)).await;
        (status.code(), self.said())
    }

    /// Stops it well.
    pub(crate) async fn stop(self) -> String {
        self.terminate().await;
        let (code, said) = self.ended().await;
        assert_eq!(code, Some(0), "{said}");
        said
    }

    /// All it has said so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
