//! What an export holds, and who takes files in and out.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn sec_12_only_a_chief_or_the_operator_imports_and_exports() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        let tables = office.tables(&households, &persons);
        for role in Role::ALL.iter().filter(|role| **role != Role::StationChief && !role.is_district()) {
            let scope = office.scope(*role);
            let import = scope.import(&tables, &Mode::KeepGood.into(), |_, _| {}).await;
            let export = scope.export(Exported::Persons, Format::Csv, "review").await;
            assert!(matches!((import, export), (Err(Error::Denied), Err(Error::Denied))), "{role}");
        }
        let operator = office
            .world
            .as_owner()
            .await
            .members()
            .operator(PrecinctId(office.world.manifest.precincts[0].id))
            .await
            .unwrap();
        let origin = Origin { request_id: String::new(), terminal: "console".to_owned() };
        let scope = office.world.as_owner().await.precinct_of(&operator, office.world.precinct(0), &origin).unwrap();
        assert!(scope.export(Exported::Households, Format::Csv, "review").await.is_ok());
        for reason in ["", "  "] {
            let export = office.scope(Role::StationChief).export(Exported::Persons, Format::Csv, reason).await;
            assert!(matches!(export, Err(Error::PurposeRequired(_))), "PRV-02: a reason");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_12_prv_10_an_export_is_masked_watermarked_and_in_the_trail_person_by_person() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let known = office.ledger.persons(0, "1 = 1").await;
        let restricted = office.ledger.person(0, "EXISTS (SELECT 1 FROM membership m WHERE m.precinct_id = p.precinct_id AND m.person_id = p.id AND m.effective_to IS NULL AND m.superseded_at IS NULL)").await;
        office
            .ledger
            .change(
                0,
                "UPDATE person SET restricted = $3 WHERE precinct_id = $1 AND id = $2",
                vec![restricted.id.into(), true.into()],
            )
            .await;
        let members: i64 = office
            .ledger
            .value(0, "SELECT count(*) FROM membership m JOIN household h ON h.precinct_id = m.precinct_id AND h.id = m.household_id WHERE m.precinct_id = $1 AND h.state = 'ACTIVE' AND m.effective_to IS NULL AND m.superseded_at IS NULL", vec![])
            .await;
        let (bytes, count) = office
            .scope(Role::StationChief)
            .export(Exported::Persons, Format::Csv, "年度核查 13800001234")
            .await
            .unwrap();
        assert_eq!(i64::try_from(count).unwrap(), members - 1, "PRV-17: all but the restricted one");
        let table = exchange::read(&office.file("persons.csv", &bytes)).unwrap().remove(0);
        assert_eq!((table.heading.last().map(String::as_str), table.rows.len()), (Some(WATERMARK), count));
        for (row, cells) in &table.rows {
            assert_eq!(cells[8], "测试4 (station_chief) 2026-11-24 01:00:00 UTC", "row {row}");
            let minor = cells[4].contains('-');
            assert!(
                if minor { cells[2] == "**" } else { cells[2].ends_with('*') || cells[2].chars().count() == 1 },
                "row {row}: {cells:?}"
            );
        }
        assert!(table.rows.iter().any(|(_, cells)| cells[4].contains('-')), "there are children among them");
        let text = String::from_utf8(bytes).unwrap();
        for one in &known {
            let secrets = [Some(&one.name), one.number.as_ref(), one.phone.as_ref()];
            let told = secrets
                .into_iter()
                .flatten()
                .find(|secret| secret.chars().count() > 1 && text.contains(secret.as_str()));
            assert!(told.is_none() && !text.contains(&one.birth.to_string()), "{told:?} is in clear");
        }
        let trail = "SELECT sum(row_count), max(purpose), sum(length(subjects)) FROM audit_entry WHERE precinct_id = $1 AND function = 'export'";
        let row = office.ledger.rows(trail, vec![office.world.precinct(0).0.into()]).await.remove(0);
        let (counted, purpose, bytes): (i64, String, i64) =
            (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap(), row.try_get_by_index(2).unwrap());
        assert_eq!(
            (counted, purpose.as_str(), bytes),
            (members - 1, "年度核查 138****1234", (members - 1) * 16),
            "every person of it by id"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_imported_is_exported_again_in_either_form_and_does_not_come_back_in() {
    for home in Home::all() {
        let office = Office::new(home).await;
        let (households, persons) = good(&office);
        office.import(&office.tables(&households, &persons), Mode::AllOrNothing).await.unwrap();
        let mut forms = Vec::new();
        for (format, name) in [(Format::Csv, "out.csv"), (Format::Xlsx, "out.xlsx")] {
            let mut rows = Vec::new();
            for table in [Exported::Households, Exported::Persons] {
                let (bytes, count) =
                    office.scope(Role::StationChief).export(table, format, "yearly review").await.unwrap();
                let read = exchange::read(&office.file(name, bytes)).unwrap();
                assert_eq!(read[0].rows.len(), count);
                let refused = office.import(&read, Mode::KeepGood).await;
                assert!(
                    matches!(refused, Err(Error::Invalid { code: "EXCHANGE-COLUMN", .. })),
                    "an export is not imported"
                );
                rows.extend(read[0].rows.iter().map(|(_, cells)| cells[..8].join(",")));
            }
            forms.push(rows);
        }
        assert_eq!(forms[0], forms[1], "the same cells in both");
        let imported: Vec<&String> = forms[0].iter().filter(|row| row.starts_with("IMP-1,")).collect();
        let masked = tenants::masking::address(&office.doors[0]);
        let community: String = office.ledger.value(0, "SELECT c.code FROM household h JOIN community c ON c.precinct_id = h.precinct_id AND c.id = h.community_id WHERE h.precinct_id = $1 AND h.number = 'IMP-1'", vec![]).await;
        let mut expected = [
            format!("IMP-1,FAMILY,ACTIVE,{masked},诸**,3,2015-06-01,{community}"),
            format!(
                "IMP-1,02,诸**,1,1980,{},138****0001,REGISTERED_RESIDENT",
                tenants::masking::id_number(&number("1980-05-06", 991))
            ),
            format!(
                "IMP-1,12,上**,2,1982,{},,REGISTERED_AWAY",
                tenants::masking::id_number(&number("1982-07-08", 992))
            ),
            "IMP-1,20,**,1,6-13,,,REGISTERED_RESIDENT".to_owned(),
        ];
        let mut imported: Vec<String> = imported.into_iter().cloned().collect();
        imported.sort();
        expected.sort();
        assert_eq!(imported, expected);
    }
}
