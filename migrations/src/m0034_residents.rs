//! Residents who sign in by phone, the notice they have read, and whose record in the register is theirs.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::{owned_table, shared_ledger};

/// The first notice; a new one is a new row with a day of its own.
const NOTICE: (&str, &str) = (
    "您登录后，本派出所将处理您的手机号码、登录记录，以及您主动提交的姓名、公民身份号码和申请内容，用于核对身份、办理户籍事项、\
     答复您的权利请求。处理依据为户口登记条例和个人信息保护法第三十四条。手机号码加密保存至您注销为止；申请依法归档；访问记录保存三年。\
     您可以查阅、复制、更正您的信息，请求限制处理或删除，并可查看您的档案在哪些日期、因何用途被明示查看。\
     依法必须保存的登记事项不能删除，改为限制处理。请向登录时选择的派出所户籍窗口提出，或在线提交。",
    "When you sign in, this station processes your telephone number, the record of your sign-ins, and the name, id number and \
     requests that you hand in, in order to check who you are, to serve you at the register and to answer your requests. The basis \
     is the registration regulations and article 34 of the personal information protection law. Your number is kept encrypted \
     until you close the account; applications are filed as the law says; records of access are kept for three years. You may \
     read, copy and correct your data, ask for restriction or deletion, and see on which days and for which purposes your record \
     was shown in clear. What the law requires to be kept is not deleted but restricted. Turn to the window of the station that \
     you chose, or ask online.",
);

/// The accounts, their codes and the notice belong to the whole installation, for whoever signs in has no precinct yet.
pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    notices(manager).await?;
    shared_ledger("resident", &["account_id"])
        .of_all("account_id", "account")
        .bytes("phone_sealed")
        .bytes("phone_hash")
        .text("phone_masked")
        .word("state", &["ACTIVE", "CLOSED"])
        .int("notice_version")
        .instant("notice_accepted_at")
        .instant("created_at")
        .instant("updated_at")
        .unique_when("one_phone", &["phone_hash"], "\"state\" = 'ACTIVE'")
        .create(manager)
        .await?;
    // One live code a phone, whether the phone has an account or not; the code itself is kept as a keyed hash.
    shared_ledger("sign_in_code", &["phone_hash"])
        .bytes("phone_hash")
        .bytes("code_hash")
        .instant("sent_at")
        .instant("expires_at")
        .int("attempts")
        .date("day")
        .int("sent")
        .create(manager)
        .await?;
    shared_ledger("sign_in_source", &["address_hash"])
        .bytes("address_hash")
        .instant("begun_at")
        .int("requests")
        .create(manager)
        .await?;
    owned_table("resident_confirmation")
        .text("number")
        .uuid("account_id")
        .text("phone_masked")
        .bytes("name_sealed")
        .text("name_masked")
        .bytes("number_sealed")
        .bytes("number_hash")
        .text("number_masked")
        .word("state", &["PENDING", "CONFIRMED", "REFUSED", "REPLACED"])
        .word("method", &["PHONE_ON_RECORD", "ID_CARD", "CARD_READER", "PHOTO_COMPARISON"])
        .optional()
        .to("person_id", "person")
        .optional()
        .instant("requested_at")
        .uuid("decided_by")
        .optional()
        .text("decided_by_name")
        .optional()
        .instant("decided_at")
        .optional()
        .int("version")
        .check("link", "(\"state\" = 'CONFIRMED') = (\"person_id\" IS NOT NULL)")
        .unique_when("one_account", &["account_id"], "\"state\" = 'CONFIRMED'")
        .unique_when("one_person", &["person_id"], "\"state\" = 'CONFIRMED'")
        .index(&["state", "number"])
        .index(&["account_id", "requested_at"])
        .create(manager)
        .await
}

async fn notices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_ledger("notice", &["version"])
        .int("version")
        .text("text_zh")
        .text("text_en")
        .date("valid_from")
        .create(manager)
        .await?;
    let (zh, en) = NOTICE;
    let sql = format!("INSERT INTO notice (version, text_zh, text_en, valid_from) VALUES (1, '{zh}', '{en}', '2026-01-01')");
    manager.get_connection().execute_unprepared(&sql).await.map(drop)
}
