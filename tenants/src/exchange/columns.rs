//! The tables of a register's file, and what belongs in their columns.

use super::sheet::Column;

const fn column(key: &'static str, title: &'static str, required: bool, about: &'static str) -> Column {
    Column { key, title, required, about }
}

/// A household a row.
pub const HOUSEHOLDS: [Column; 5] = [
    column(
        "household_number",
        "户号",
        true,
        "1 to 32 letters, digits and dashes; not yet in the register and only once in the file",
    ),
    column("kind", "户别", true, "FAMILY (家庭户), COLLECTIVE (集体户) or PUBLIC_COLLECTIVE (公共集体户)"),
    column("address", "地址", true, "the full label of a dwelling that the precinct's register has"),
    column("established_on", "立户日期", true, "YYYY-MM-DD, not in the future"),
    column("closed_on", "销户日期", false, "YYYY-MM-DD, for a household that is closed; empty while it stands"),
];

/// A person a row: a member of a household, or somebody who was one and died or left.
pub const PERSONS: [Column; 12] = [
    column(
        "household_number",
        "户号",
        true,
        "a household of the same file, or an active one of the register; empty for who is no longer registered",
    ),
    column("name", "姓名", true, "letters or characters, · (U+00B7) between the parts of a name, at most 50"),
    column("sex", "性别", true, "1 (男), 2 (女), 0 (未知) or 9 (未说明), GB/T 2261.1"),
    column("birth_date", "出生日期", true, "YYYY-MM-DD, the one in the id number"),
    column(
        "relation",
        "与户主关系",
        true,
        "two digits of GB/T 4761-2008; exactly one 02 in a household; older codes are translated; empty for who is no longer registered",
    ),
    column("id_number", "公民身份号码", false, "18 characters, GB 11643; empty for a newborn"),
    column("phone", "电话", false, "7 to 15 digits"),
    column(
        "category",
        "人口类别",
        false,
        "REGISTERED_RESIDENT (人户一致, the default) or REGISTERED_AWAY (户在人不在)",
    ),
    column("former_name", "曾用名", false, "found by search beside the name"),
    column(
        "member_from",
        "入户日期",
        false,
        "YYYY-MM-DD; the day the household was established, or the birth if later, when empty",
    ),
    column("status", "户籍状态", false, "REGISTERED (在册, the default), DEPARTED (已迁出或注销) or DEAD (死亡)"),
    column("died_on", "死亡日期", false, "YYYY-MM-DD, for the dead and for nobody else"),
];

/// An interval of a person in a household a row (户籍沿革).
pub const MEMBERSHIPS: [Column; 9] = [
    column("household_number", "户号", true, "a household of the same file, or one of the register, also a closed one"),
    column("id_number", "公民身份号码", false, "whose membership it is: a person of the same file or of the register"),
    column("name", "姓名", false, "of who has no id number, together with the birth date; else not read"),
    column("birth_date", "出生日期", false, "YYYY-MM-DD, the one in the table of persons; else not read"),
    column("relation", "与户主关系", true, "to the head of that time, as in the table of persons"),
    column("member_from", "入户日期", true, "YYYY-MM-DD, the first day"),
    column("member_to", "出户日期", true, "YYYY-MM-DD, the first day no longer; empty while it lasts"),
    column(
        "reason_in",
        "入户原因",
        false,
        "a code of the set membership_reason, or its Chinese name; IMPORT when empty",
    ),
    column(
        "reason_out",
        "出户原因",
        false,
        "the same, for a membership that ended; DEATH when empty and the person died that day",
    ),
];

/// A likely duplicate a row: what the report shows, and below it what the operator answers (REG-15).
pub const DUPLICATES: [Column; 20] = [
    column("row", "行号", true, "the row in the table of persons"),
    column("pair", "配对", true, "which two are held against each other; changes when either side does"),
    column("household_number", "户号", false, "of the file's person"),
    column("name", "姓名", false, "of the file's person, masked, as all that follows"),
    column("sex", "性别", false, ""),
    column("birth", "出生", false, ""),
    column("id_number", "公民身份号码", false, ""),
    column("phone", "电话", false, ""),
    column("register_household_number", "在册户号", false, "where the register's person is a member now"),
    column("register_name", "在册姓名", false, ""),
    column("register_sex", "在册性别", false, ""),
    column("register_birth", "在册出生", false, ""),
    column("register_id_number", "在册公民身份号码", false, ""),
    column("register_phone", "在册电话", false, ""),
    column(
        "register_status",
        "在册状态",
        false,
        "where the register's person stands; RESTRICTED hides the others (PRV-17)",
    ),
    column("days_apart", "出生相差天数", false, "between the two birth dates: 0 to 3"),
    column("mother", "母亲", false, "SAME, or UNKNOWN on one side at least"),
    column("table", "表", false, "the table of persons"),
    column(
        "decision",
        "判定",
        true,
        "SAME (同一人) leaves the row out, DIFFERENT (不同人) takes it over; empty: not yet",
    ),
    column("reason", "理由", true, "why, for the trail"),
];
