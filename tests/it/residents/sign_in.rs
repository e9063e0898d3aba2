//! Codes and sessions: what counts once, what runs out, and what shows nothing about a number (SEC-01, PRV-24).

use chrono::TimeDelta;
use futures_util::future::join_all;
use tenants::postings::NewPosting;
use tenants::residents::{A_DAY, ATTEMPTS, BETWEEN, CodeRequest, GOOD_FOR, PhoneRefusal, PhoneSignIn, SOURCE_AN_HOUR};
use tenants::roles::Role;
use tenants::sessions::{IDLE, NewSession};
use tests::world::{Home, World};

use super::{asked, attempt, code, place, resident, station, trail};

const PHONE: &str = "10088000001";

fn code_of(outcome: &Result<NewSession, PhoneRefusal>) -> &'static str {
    outcome.as_ref().map_or_else(PhoneRefusal::code, |_| "OK")
}

/// Another code than this one.
fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_01_prv_28_a_code_opens_an_account_where_one_chooses_once_the_notice_is_read_and_counts_once() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let members = world.store.members();
        let sent = code(&world, PHONE).await;
        assert!(sent.len() == 6 && sent.bytes().all(|byte| byte.is_ascii_digit()), "{sent}");
        let right = attempt(" 100-8800 0001", &format!(" {sent} "));
        let unread = PhoneSignIn { notice: None, ..right.clone() };
        assert_eq!(code_of(&members.sign_in_by_phone(&unread).await), "NOTICE_REQUIRED", "{home:?}");
        assert_eq!(code_of(&members.sign_in_by_phone(&right).await), "STATION_REQUIRED");
        let nowhere = PhoneSignIn { station: Some("no such station".to_owned()), ..right.clone() };
        assert_eq!(code_of(&members.sign_in_by_phone(&nowhere).await), "STATION_REQUIRED");
        let right = PhoneSignIn { station: Some(station(&world, 0).await), ..right };
        let session = members.sign_in_by_phone(&right).await.unwrap();
        assert_eq!((session.member.role, session.member.precinct), (Role::Resident, world.precinct(0)));
        assert_eq!(session.member.terminal(), "PHONE");
        assert_eq!(code_of(&members.sign_in_by_phone(&right).await), "CODE_WRONG", "it was used");

        let again = attempt(PHONE, &code(&world, PHONE).await);
        let again = PhoneSignIn { notice: None, ..again };
        let second = members.sign_in_by_phone(&again).await.unwrap();
        assert_eq!(second.member.account, session.member.account, "no second account");
        assert!(members.by_session(&session.secret).await.unwrap().is_none(), "one session a class of terminal");
        world.clock.advance(IDLE);
        assert!(members.by_session(&second.secret).await.unwrap().is_none(), "unused, it is over");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_28_a_new_notice_is_read_before_one_comes_in_again() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let member = resident(&world, PHONE, 0).await;
        let me = "{ me { notice { version textZh textEn } noticeAcceptedAt } }";
        assert_eq!(world.data(&member, me).await["me"]["notice"]["version"], 1);
        ledger
            .run(
                "INSERT INTO notice (version, text_zh, text_en, valid_from) VALUES (2, '新', 'new', '2026-11-24')",
                vec![],
            )
            .await;
        ledger
            .run(
                "INSERT INTO notice (version, text_zh, text_en, valid_from) VALUES (3, '未', 'later', '2027-01-01')",
                vec![],
            )
            .await;
        let members = world.store.members();
        let sent = code(&world, PHONE).await;
        for stale in [None, Some(1), Some(3)] {
            let outcome = members.sign_in_by_phone(&PhoneSignIn { notice: stale, ..attempt(PHONE, &sent) }).await;
            assert_eq!(code_of(&outcome), "NOTICE_REQUIRED", "{stale:?}");
        }
        let read = PhoneSignIn { notice: Some(2), ..attempt(PHONE, &sent) };
        let member = members.sign_in_by_phone(&read).await.unwrap().member;
        assert_eq!(world.data(&member, me).await["me"]["notice"]["textEn"], "new", "{home:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_01_five_wrong_codes_spend_the_right_one_and_five_minutes_end_it() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        resident(&world, PHONE, 0).await;
        let members = world.store.members();
        let sent = code(&world, PHONE).await;
        for _ in 0..ATTEMPTS {
            assert_eq!(code_of(&members.sign_in_by_phone(&attempt(PHONE, &wrong(&sent))).await), "CODE_WRONG");
        }
        assert_eq!(code_of(&members.sign_in_by_phone(&attempt(PHONE, &sent)).await), "CODE_WRONG", "{home:?}");
        let late = code(&world, PHONE).await;
        world.clock.advance(GOOD_FOR);
        assert_eq!(code_of(&members.sign_in_by_phone(&attempt(PHONE, &late)).await), "CODE_WRONG");
        let first = code(&world, PHONE).await;
        let last = code(&world, PHONE).await;
        assert_eq!(code_of(&members.sign_in_by_phone(&attempt(PHONE, &first)).await), "CODE_WRONG", "one live code");
        assert_eq!(code_of(&members.sign_in_by_phone(&attempt("10088000002", &last)).await), "CODE_WRONG", "another's");
        assert_eq!(code_of(&members.sign_in_by_phone(&attempt(PHONE, &last)).await), "OK");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_01_one_code_opens_one_session_and_one_account_however_many_try_it_at_once() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let right =
            PhoneSignIn { station: Some(station(&world, 0).await), ..attempt(PHONE, &code(&world, PHONE).await) };
        let attempts = (0..4).map(|_| {
            let (members, right) = (world.store.members(), right.clone());
            async move { code_of(&members.sign_in_by_phone(&right).await) }
        });
        let outcomes = join_all(attempts).await;
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == "OK").count(), 1, "{home:?}: {outcomes:?}");
        assert_eq!(ledger.one::<i64>("SELECT COUNT(*) FROM resident", vec![]).await, 1);
        assert_eq!(ledger.one::<i64>("SELECT COUNT(*) FROM session WHERE terminal = 'PHONE'", vec![]).await, 1);
    }
}

/// What a series of requests brings, and the statements of each.
async fn series(world: &World, phone: &str) -> Vec<(bool, u64)> {
    let mut seen = Vec::new();
    for wait in [60, 0, 59, 1, 60, 60, 60, 60, 60] {
        world.clock.advance(TimeDelta::seconds(wait));
        let before = world.store.meter().statements();
        let sent = world.store.members().request_code(&asked(phone)).await.unwrap();
        seen.push((sent.is_some(), world.store.meter().statements() - before));
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_24_a_code_a_minute_and_five_a_day_alike_for_known_and_unknown_numbers() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        resident(&world, PHONE, 0).await;
        world.clock.advance(TimeDelta::days(1));
        let (known, unknown) = (series(&world, PHONE).await, series(&world, "10088000002").await);
        assert_eq!(known, unknown, "{home:?}: sent or not, and at what price");
        let sent: Vec<bool> = known.iter().map(|(sent, _)| *sent).collect();
        assert_eq!(sent, [true, false, false, true, true, true, true, false, false]);
        assert_eq!(sent.iter().filter(|sent| **sent).count(), usize::try_from(A_DAY).unwrap());
        assert!(known.iter().all(|(_, statements)| *statements == known[0].1), "{known:?}");
        world.clock.advance(TimeDelta::days(1));
        assert!(world.store.members().request_code(&asked(PHONE)).await.unwrap().is_some(), "another day");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_24_one_address_asks_for_so_many_codes_an_hour() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let members = world.store.members();
        let from =
            |n: i32, address: &str| CodeRequest { address: address.to_owned(), ..asked(&format!("100880{n:05}")) };
        for n in 0..SOURCE_AN_HOUR {
            assert!(members.request_code(&from(n, "10.1.1.1")).await.unwrap().is_some());
        }
        let refused = members.request_code(&from(999, "10.1.1.1")).await.unwrap_err();
        assert!(matches!(refused, tenants::Error::Invalid { code: "TOO_MANY_CODES", .. }), "{home:?}: {refused}");
        assert!(members.request_code(&from(999, "10.1.1.2")).await.unwrap().is_some());
        world.clock.advance(TimeDelta::hours(1));
        assert!(members.request_code(&from(1_000, "10.1.1.1")).await.unwrap().is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_04_prv_19_every_attempt_is_in_the_trail_and_no_number_or_code_stands_anywhere_in_clear() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        resident(&world, PHONE, 0).await;
        let sent = code(&world, PHONE).await;
        let outcome = world.store.members().sign_in_by_phone(&attempt(PHONE, &wrong(&sent))).await;
        assert_eq!(code_of(&outcome), "CODE_WRONG");
        let entries = trail(&world, 0, "signInByPhone").await;
        let seen: Vec<_> =
            entries.iter().map(|entry| (entry["result"].as_str().unwrap(), entry["condition"].as_str())).collect();
        assert_eq!(seen, [("DENIED", Some("CODE_WRONG")), ("OK", None)], "{home:?}");
        let kept = "SELECT phone_masked || ' ' || (SELECT login || display_name FROM account a WHERE a.id = r.account_id) FROM resident r";
        let kept: String = ledger.one(kept, vec![]).await;
        assert!(kept.starts_with("100****0001 resident.") && kept.ends_with("居民"), "{kept}");
        let everything: Vec<String> = ledger
            .rows("SELECT account_name || terminal || COALESCE(condition, '') || function FROM audit_entry", vec![])
            .await
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect();
        assert!(everything.iter().any(|entry| entry.contains("requestSignInCode")), "{home:?}");
        assert!(everything.iter().all(|entry| !entry.contains(PHONE) && !entry.contains(&sent)), "{everything:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_01_a_telephone_never_opens_a_posting_of_staff() {
    for home in Home::all() {
        let (world, _) = place(home).await;
        let member = resident(&world, PHONE, 0).await;
        let desk = world.desk(world.precinct(0)).await;
        world.clock.advance(TimeDelta::minutes(1));
        let posting = NewPosting {
            role: Role::Registrar,
            title: None,
            beats: vec![],
            office: None,
            valid_from: None,
            valid_to: None,
        };
        desk.assign_posting(member.account.unwrap(), posting).await.unwrap();
        let right = attempt(PHONE, &code(&world, PHONE).await);
        let session = world.store.members().sign_in_by_phone(&right).await.unwrap();
        assert_eq!(session.member.role, Role::Resident, "{home:?}");
        desk.close_account(member.account.unwrap()).await.unwrap();
        let right = attempt(PHONE, &code(&world, PHONE).await);
        let right = PhoneSignIn { station: Some(station(&world, 0).await), ..right };
        assert_eq!(code_of(&world.store.members().sign_in_by_phone(&right).await), "NO_POSTING");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_that_was_chosen_is_chosen_anew_and_only_until_a_record_is_linked() {
    for home in Home::all() {
        let (world, ledger) = place(home).await;
        let known = ledger.person(1, super::ADULT).await;
        let phone = known.phone.clone().unwrap();
        let first = resident(&world, &phone, 0).await;
        let said = super::bind(&known.name, known.number.as_deref().unwrap());
        assert_eq!(world.data(&first, &said).await["bindMyself"]["standing"], "TO_BE_CONFIRMED", "not registered here");
        let moved = resident(&world, &phone, 1).await;
        assert_eq!((moved.account, moved.precinct), (first.account, world.precinct(1)), "{home:?}");
        assert_eq!(world.data(&moved, "{ me { standing } }").await["me"]["standing"], "UNKNOWN");
        assert_eq!(world.data(&moved, &said).await["bindMyself"]["standing"], "LINKED");
        world.clock.advance(BETWEEN);
        assert_eq!(resident(&world, &phone, 0).await.precinct, world.precinct(1), "the record is here");
    }
}
