//! A station's own files in every form, and files that are none.

use super::*;

/// A workbook with a sheet of households and one of persons, headed in Chinese, with a real date in it.
fn workbook(households: &[String], persons: &[String]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let headings =
        ["户号,户别,地址,立户日期", "户号,姓名,性别,出生日期,与户主关系,公民身份号码,电话,人口类别,曾用名,入户日期"];
    let dated = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    for (name, heading, lines) in [("households", headings[0], households), ("persons", headings[1], persons)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (row, line) in std::iter::once(heading).chain(lines.iter().map(String::as_str)).enumerate() {
            for (column, cell) in line.split(',').enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                if cell.parse::<NaiveDate>().is_ok() {
                    let day = rust_xlsxwriter::ExcelDateTime::parse_from_str(cell).unwrap();
                    sheet.write_with_format(row, column, &day, &dated).unwrap();
                } else {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_s_own_files_are_taken_over_in_utf_8_in_gbk_and_as_a_workbook() {
    for home in Home::all() {
        let mut written = BTreeSet::new();
        for form in ["utf-8", "gbk", "xlsx"] {
            let office = Office::new(home).await;
            let (households, persons) = good(&office);
            let tables = match form {
                "utf-8" => office.tables(&households, &persons),
                "gbk" => {
                    let gbk = |heading: &str, lines: &[String]| {
                        encoding_rs::GBK.encode(&format!("{heading}\r\n{}\r\n", lines.join("\r\n"))).0.into_owned()
                    };
                    let one = office.file("户.csv", gbk("户号,户别,地址,立户日期", &households));
                    let other = office.file(
                        "人.CSV",
                        gbk("户号,姓名,性别,出生日期,与户主关系,公民身份号码,电话,人口类别,曾用名,入户日期", &persons),
                    );
                    [exchange::read(&one).unwrap(), exchange::read(&other).unwrap()].concat()
                }
                _ => exchange::read(&office.file("register.xlsx", workbook(&households, &persons))).unwrap(),
            };
            let report = office.import(&tables, Mode::AllOrNothing).await.unwrap();
            assert_eq!((report.households, report.persons, faults(&report)), (2, 5, vec![]), "{form}");
            let sql = "SELECT h.number || ' ' || h.kind || ' ' || p.name || ' ' || m.relation || ' ' || p.category || ' ' || coalesce(p.number_masked, '-') || ' ' || coalesce(p.phone_masked, '-') \
                 FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id \
                 JOIN person p ON p.precinct_id = m.precinct_id AND p.id = m.person_id WHERE m.precinct_id = $1 AND h.number LIKE 'IMP-%' ORDER BY 1";
            let rows = office.ledger.rows(sql, vec![office.world.precinct(0).0.into()]).await;
            written.insert(rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>());
        }
        assert_eq!(written.len(), 1, "the same register from each: {written:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_register_is_refused_whole_and_nothing_is_written() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let before = office.rows().await;
        let (households, persons) = good(&office);
        let mut empty = rust_xlsxwriter::Workbook::new();
        empty.add_worksheet();
        let code = |outcome: Result<Report>| match outcome {
            Err(Error::Invalid { code, .. }) => code,
            other => panic!("{other:?}"),
        };
        let twice = office.tables(&households, &persons);
        let twice: Vec<Table> = twice.iter().chain(&twice).cloned().collect();
        assert_eq!(code(office.import(&twice, Mode::KeepGood).await), "EXCHANGE-FILE", "two tables of a kind");
        assert_eq!(code(office.import(&[], Mode::KeepGood).await), "EXCHANGE-FILE", "no table");
        for (name, bytes, expected) in [
            ("empty.csv", Vec::new(), "EXCHANGE-COLUMN"),
            ("empty.xlsx", empty.save_to_buffer().unwrap(), "EXCHANGE-FILE"),
            ("headless.csv", format!("{}\n", persons.join("\n")).into_bytes(), "EXCHANGE-COLUMN"),
            ("wrong.csv", format!("{PERSONS},ethnicity\n").into_bytes(), "EXCHANGE-COLUMN"),
            ("missing.csv", b"household_number,name,sex,birth_date\n".to_vec(), "EXCHANGE-COLUMN"),
            ("doubled.csv", format!("{PERSONS},\u{59d3}\u{540d}\n").into_bytes(), "EXCHANGE-COLUMN"),
        ] {
            let tables = exchange::read(&office.file(name, bytes)).unwrap();
            for mode in [Mode::KeepGood, Mode::AllOrNothing] {
                assert_eq!(code(office.import(&tables, mode).await), expected, "{name}");
            }
        }
        let heading = exchange::read(&office.file("heading.csv", format!("{HOUSEHOLDS}\n"))).unwrap();
        assert_eq!(
            office.import(&heading, Mode::AllOrNothing).await.unwrap(),
            Report::default(),
            "a table without rows is no fault"
        );
        assert_eq!(office.rows().await, before);
    }
}
