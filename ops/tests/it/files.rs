//! `import` and `export`: what is refused is named and not repeated, and nothing half-written stays.

use crate::folder::Folder;
use std::os::unix::fs::PermissionsExt as _;

const HOUSEHOLDS: &str = "household_number,kind,address,established_on\n";
const PERSONS: &str = "household_number,name,sex,birth_date,relation,phone\n";

/// A seeded folder with two tables of new households: one good, one whose head is missing.
async fn folder() -> (Folder, String) {
    let folder = Folder::seeded(1, 5).await;
    let dwelling = tests::owner::texts(&folder.database(), "SELECT label FROM dwelling ORDER BY label").await.remove(0);
    let households = format!("{HOUSEHOLDS}NEW-1,FAMILY,{dwelling},2015-06-01\nNEW-2,FAMILY,{dwelling},2015-06-01\n");
    let persons = format!(
        "{PERSONS}NEW-1,赵测试,1,1980-05-06,02,13800138000\nNEW-1,钱测试,2,1982-07-08,12,\nNEW-2,孙测试,2,1982-07-08,12,13900139000\nNEW-1,李测试,1,2010-02-30,20,\n"
    );
    std::fs::write(folder.path("households.csv"), households).unwrap();
    std::fs::write(folder.path("persons.csv"), persons).unwrap();
    let code = folder.precinct(0);
    (folder, code)
}

async fn count(folder: &Folder, of: &str) -> String {
    tests::owner::texts(&folder.database(), &format!("SELECT count(*) || '' FROM {of}")).await.remove(0)
}

#[tokio::test]
async fn reg_15_all_or_nothing_takes_nothing_over_when_a_row_is_refused() {
    let (folder, code) = folder().await;
    let before = (count(&folder, "household").await, count(&folder, "person").await, count(&folder, "act").await);
    let told = ["import", "households.csv", "persons.csv", "--precinct", &code, "--all-or-nothing"];
    let ran = folder.run(&told).await;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.starts_with("0 households and 0 persons taken over"), "{}", ran.out);
    assert!(ran.out.contains("persons.csv row 5 column birth_date: FORMAT"), "{}", ran.out);
    assert!(ran.out.contains("households.csv row 3 column household_number: REG-03"), "{}", ran.out);
    for value in ["测试", "13800138000", "13900139000", "2010-02-30"] {
        assert!(!ran.out.contains(value) && !ran.err.contains(value), "PRV-26: {value} in {ran:?}");
    }
    assert_eq!(
        (count(&folder, "household").await, count(&folder, "person").await, count(&folder, "act").await),
        before
    );
}

#[tokio::test]
async fn keep_good_takes_the_good_over_once_and_reports_the_others_to_a_file() {
    let (folder, code) = folder().await;
    let before: u32 = count(&folder, "household").await.parse().unwrap();
    let told =
        ["import", "households.csv", "persons.csv", "--precinct", &code, "--keep-good", "--report", "refused.csv"];
    let ran = folder.run(&told).await;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.starts_with("1 households and 2 persons taken over; "), "{}", ran.out);
    let report = folder.read("refused.csv");
    assert!(report.contains("REG-03") && report.contains("birth_date") && !report.contains("测试"), "{report}");
    assert_eq!(count(&folder, "household").await, (before + 1).to_string());
    let again = folder.run(&told).await;
    assert!(again.out.starts_with("0 households and 0 persons taken over; "), "{}", again.out);
    assert!(folder.read("refused.csv").contains("REG-15"));
    assert!(folder.ok(&["audit", "verify"]).await.contains("whole"));
}

#[tokio::test]
async fn reg_15_a_likely_duplicate_is_shown_decided_and_taken_over() {
    let (folder, code) = folder().await;
    let persons = ["赵测试,1,1980-05-06,02,", "周测试,2,2001-01-02,99,", "吴测试,2,2002-01-02,99,"];
    let persons = persons.map(|line| format!("NEW-1,{line}\n")).concat();
    std::fs::write(folder.path("persons.csv"), format!("{PERSONS}{persons}")).unwrap();
    let import = |more: &[&str]| {
        let told = ["import", "households.csv", "persons.csv", "--precinct", &code, "--keep-good"];
        told.iter().chain(more).map(|word| (*word).to_owned()).collect::<Vec<_>>()
    };
    let before = (count(&folder, "household").await, count(&folder, "person").await, count(&folder, "act").await);
    let dry = folder.run(&import(&["--dry-run", "--duplicates", "none.csv"])).await;
    assert!(dry.out.starts_with("1 households and 3 persons would be taken over; "), "{}", dry.out);
    assert_eq!(folder.read("none.csv").lines().count(), 1, "a heading and nobody");
    assert_eq!(
        (count(&folder, "household").await, count(&folder, "person").await, count(&folder, "act").await),
        before
    );
    folder.run(&import(&[])).await;
    let again = folder.run(&import(&["--duplicates", "pairs.csv"])).await;
    assert!(again.out.contains("3 likely duplicates to decide"), "{}", again.out);
    assert_eq!(std::fs::metadata(folder.path("pairs.csv")).unwrap().permissions().mode() & 0o777, 0o600);
    let pairs = folder.read("pairs.csv");
    assert!(pairs.contains("赵**") && !pairs.contains("测试") && !pairs.contains("1980-05-06"), "{pairs}");
    let mut lines = pairs.lines().map(str::to_owned);
    let mut decided = vec![lines.next().unwrap()];
    let answers = ["SAME,entered twice", "SAME,entered twice", "DIFFERENT,another of the name"];
    decided.extend(lines.zip(answers).map(|(line, answer)| format!("{}{answer}", line.strip_suffix(',').unwrap())));
    std::fs::write(folder.path("decided.csv"), decided.join("\n")).unwrap();
    let last = folder.run(&import(&["--decisions", "decided.csv"])).await;
    assert!(last.out.starts_with("0 households and 1 persons taken over; "), "{last:?}");
    assert!(last.out.contains("2 persons left out, decided to be in the register"), "{}", last.out);
    assert!(folder.fails(&import(&["--duplicates", "pairs.csv"])).await.contains("pairs.csv"), "never written over");
    std::fs::write(folder.path("decided.csv"), decided.join("\n").replace("DIFFERENT", "PERHAPS")).unwrap();
    assert!(folder.fails(&import(&["--decisions", "decided.csv"])).await.contains("decided.csv, row 4: decision"));
    assert!(folder.ok(&["audit", "verify"]).await.contains("whole"));
}

#[tokio::test]
async fn prv_10_an_export_is_masked_private_and_written_once() {
    let folder = Folder::seeded(1, 20).await;
    let code = folder.precinct(0);
    let told = |file: &str, table: &str| {
        ["export", file, "--precinct", &code, "--table", table, "--reason", "yearly review"].map(str::to_owned)
    };
    for (file, table) in [("persons.csv", "persons"), ("households.xlsx", "households")] {
        let said = folder.ok(&told(file, table)).await;
        assert!(said.contains("rows written to") && !said.starts_with("0 "), "{said}");
        assert_eq!(std::fs::metadata(folder.path(file)).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
    let exported = folder.read("persons.csv");
    let names = tests::owner::texts(&folder.database(), "SELECT name FROM person WHERE length(name) > 2").await;
    assert!(names.len() > 20);
    for name in names {
        assert!(!exported.contains(&name), "{name} in clear");
    }
    let kept = folder.read("persons.csv");
    folder.fails(&told("persons.csv", "persons")).await;
    assert_eq!(folder.read("persons.csv"), kept, "a file that is there is not written over");
    folder.fails(&["export", "x.csv", "--precinct", "nowhere", "--table", "persons", "--reason", "x"]).await;
    assert!(folder.fails(&told("x.pdf", "persons")).await.contains(".csv or .xlsx"));
    assert!(!folder.path("x.csv").exists() && !folder.path("x.pdf").exists());
    folder.fails(&["import", "persons.csv", "--precinct", &code, "--keep-good"]).await;
    let seen = "SELECT function FROM audit_entry WHERE function = 'export'";
    assert_eq!(tests::owner::texts(&folder.database(), seen).await.len(), 2);
}
