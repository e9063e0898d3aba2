//! What can be applied for: the papers, the level that decides, the limit. Data with the days it is in force, because all of it differs
//! by place and changes (domain §2.7, §2.8).

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::shared_ledger;

/// A paper: its code, its name, and the circumstance that asks for it; none means always.
type Paper = (&'static str, &'static str, &'static str, &'static str);

struct Type {
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    act: &'static str,
    level: &'static str,
    spot: bool,
    second: bool,
    identity: bool,
    limit: &'static str,
    papers: &'static [Paper],
    source: &'static str,
}

const BOOKLET: Paper = ("BOOKLET", "居民户口簿", "household booklet", "");
const ID_CARD: Paper = ("ID_CARD", "居民身份证", "identity card", "");
const TITLE: Paper = ("DWELLING_TITLE", "房屋权属证明", "property certificate", "");
const DEATH: Paper = ("DEATH_PROOF", "死亡证明", "proof of death", "");
const CONSENT: Paper = ("CONSENT", "双方同意书", "consent of both sides", "");
const GUARDIAN: Paper = ("GUARDIAN_CONSENT", "监护人同意书", "guardian's consent", "MINOR");
const ABROAD: Paper = ("FOREIGN_PAPERS", "出国出境定居证明", "papers of settlement abroad", "");
const BIRTH: [Paper; 5] = [
    ("BIRTH_CERTIFICATE", "出生医学证明", "medical birth certificate", ""),
    ("PARENT_BOOKLET", "父或母居民户口簿", "booklet of one parent", ""),
    ("MARRIAGE_CERTIFICATE", "结婚证", "marriage certificate", "PARENTS_MARRIED"),
    ("BIRTH_STATEMENT", "非婚生育说明", "statement on birth outside marriage", "PARENTS_UNMARRIED"),
    ("PARENTAGE_REPORT", "亲子鉴定证明", "parentage report", "FOLLOWS_UNMARRIED_FATHER"),
];

const fn spot(code: &'static str, zh: &'static str, en: &'static str, act: &'static str, papers: &'static [Paper]) -> Type {
    Type {
        code,
        zh,
        en,
        act,
        level: "STATION",
        spot: true,
        second: false,
        identity: false,
        limit: "handle.spot",
        papers,
        source: "N21; papers P",
    }
}

const fn decided(
    (code, zh, en, act): (&'static str, &'static str, &'static str, &'static str),
    level: &'static str,
    limit: &'static str,
    papers: &'static [Paper],
) -> Type {
    Type { spot: false, second: true, level, limit, ..spot(code, zh, en, act, papers) }
}

const TYPES: &[Type] = &[
    spot("R01", "出生登记", "birth", "BIRTH", &BIRTH),
    spot(
        "R02",
        "未登记死亡的出生、死亡登记",
        "birth and death before registration",
        "BIRTH_AND_DEATH",
        &[BIRTH[0], BIRTH[1], BIRTH[2], BIRTH[3], BIRTH[4], DEATH],
    ),
    spot("R03", "收养登记", "adoption", "ADOPTION", &[("ADOPTION_CERTIFICATE", "收养登记证", "adoption certificate", ""), BOOKLET]),
    decided(
        ("R04", "省外迁入", "move in across provinces", "MOVE_IN"),
        "DISTRICT",
        "handle.district",
        &[
            BOOKLET,
            ID_CARD,
            ("DWELLING_TITLE", "房屋权属证明", "property certificate", "GROUND_HOME"),
            ("EMPLOYMENT_PROOF", "就业证明", "proof of employment", "GROUND_JOB"),
            ("KINSHIP_PROOF", "亲属关系证明", "proof of kinship", "GROUND_FAMILY"),
            ("STUDY_PAPER", "录取通知书", "letter of admission", "GROUND_STUDY"),
            ("TALENT_PAPER", "人才引进证明", "paper of the talent office", "GROUND_TALENT"),
        ],
    ),
    spot(
        "R05",
        "迁出",
        "move out",
        "MOVE_OUT",
        &[
            BOOKLET,
            ID_CARD,
            ("MOVE_PERMIT", "准予迁入证明", "move-in permit", "GENERAL"),
            ("STUDY_PAPER", "录取通知书或毕业证", "letter of admission or diploma", "STUDENT"),
        ],
    ),
    decided(("R06", "市内移居", "move within the city", "CITY_MOVE"), "STATION", "handle.checked", &[BOOKLET, ID_CARD, TITLE, GUARDIAN]),
    spot("R07", "所内住址变动", "address change within the precinct", "ADDRESS_CHANGE", &[BOOKLET, TITLE]),
    spot("R08", "死亡注销", "death", "DEATH", &[DEATH, BOOKLET, ID_CARD]),
    spot(
        "R09",
        "迁移途中死亡",
        "death during a move",
        "DEATH_IN_TRANSIT",
        &[DEATH, ("TRANSFER_CERTIFICATE", "户口迁移证", "transfer certificate", "")],
    ),
    decided(
        ("R10", "依职权注销", "cancellation by the office", "EX_OFFICIO_CANCELLATION"),
        "STATION",
        "handle.notice",
        &[("NOTICE", "告知或公告证明", "evidence of notice", "")],
    ),
    spot("R11", "定居国（境）外注销", "settlement abroad", "SETTLED_ABROAD", &[ABROAD, BOOKLET, ID_CARD]),
    spot("R12", "入伍注销", "enlistment", "ENLISTMENT", &[("CONSCRIPTION", "入伍通知书", "conscription notice", ""), BOOKLET, ID_CARD]),
    Type {
        identity: true,
        ..decided(
            ("R13", "恢复户口", "restoration", "RESTORATION"),
            "DISTRICT",
            "handle.district",
            &[
                ("JUDGMENT", "撤销死亡宣告判决书", "judgment revoking a declaration of death", "DEATH_REVOKED"),
                ("FOREIGN_PAPERS", "恢复国籍或回国定居证明", "papers of nationality or return", "RETURNED"),
                ("DISCHARGE_PAPERS", "退役证明", "papers of discharge", "DISCHARGED"),
            ],
        )
    },
    Type {
        identity: true,
        ..decided(
            ("R14", "补录户口", "supplementary registration", "SUPPLEMENTARY"),
            "CITY",
            "handle.city",
            &[("INVESTIGATION", "联合调查报告", "report of the joint investigation", "")],
        )
    },
    Type {
        limit: "handle.checked",
        ..spot(
            "R15",
            "分户",
            "split",
            "SPLIT",
            &[
                BOOKLET,
                ID_CARD,
                ("DWELLING_TITLE", "房屋权属证明", "property certificate", "DWELLING_DIVIDED"),
                ("MARRIAGE_CERTIFICATE", "结婚证或离婚证", "certificate of marriage or divorce", "MARRIAGE_CHANGED"),
                ("JUDGMENT", "法院文书", "court papers", "COURT"),
            ],
        )
    },
    spot("R16", "并户", "merge", "MERGE", &[BOOKLET, CONSENT, ("KINSHIP_PROOF", "亲属关系证明", "proof of kinship", "")]),
    spot("R17", "户主变更", "change of head", "HEAD_CHANGE", &[BOOKLET, CONSENT]),
    decided(
        ("R18", "姓名变更", "name change", "NAME_CHANGE"),
        "DISTRICT",
        "handle.name_change",
        &[BOOKLET, ID_CARD, ("NAME_STATEMENT", "变更姓名申请", "statement on the name", ""), GUARDIAN],
    ),
    decided(
        ("R19", "性别变更", "sex change", "SEX_CHANGE"),
        "DISTRICT",
        "handle.district",
        &[("SEX_PROOF", "三级医院或鉴定机构证明", "proof of a top-grade hospital or forensic institute", ""), BOOKLET, ID_CARD],
    ),
    decided(
        ("R20", "出生日期更正", "correction of the birth date", "BIRTH_DATE_CORRECTION"),
        "CITY",
        "handle.city",
        &[
            ("ORIGINAL_PROOF", "原始凭证", "original proofs", ""),
            BOOKLET,
            ID_CARD,
            ("PERSONNEL_LETTER", "干部人事主管部门函", "letter of the personnel authority", "PUBLIC_OFFICIAL"),
        ],
    ),
    spot("R21", "其他项目变更", "other items", "ITEM_CHANGE", &[BOOKLET, ("ITEM_PROOF", "变更证明", "proof of the change", "")]),
    decided(
        ("R22", "设立或注销集体户", "collective household", "COLLECTIVE_HOUSEHOLD"),
        "DISTRICT",
        "handle.district",
        &[("UNIT_REQUEST", "单位申请", "request of the unit", ""), ("UNIT_LICENCE", "单位登记证照", "licence of the unit", "")],
    ),
    decided(
        ("R23", "房屋交易后迁移", "relocation after a sale", "RELOCATION"),
        "STATION",
        "handle.notice",
        &[("OWNER_REQUEST", "房屋所有权人申请", "request of the new owner", ""), TITLE, ("NOTICE", "告知证明", "evidence of notice", "")],
    ),
];

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // papers is a JSON array: a checklist is read whole and never searched.
    shared_ledger("application_type", &["code", "valid_from"])
        .text("code")
        .text("title_zh")
        .text("title_en")
        .text("act_kind")
        .word("level", &["STATION", "DISTRICT", "CITY"])
        .boolean("on_the_spot")
        .boolean("second_officer")
        .boolean("identity_comparison")
        .text("limit_key")
        .text("papers")
        .dates("valid_from", "valid_to")
        .text("source")
        .check("spot", "NOT \"on_the_spot\" OR (\"level\" = 'STATION' AND NOT \"second_officer\")")
        .create(manager)
        .await?;
    for one in TYPES {
        manager.get_connection().execute_unprepared(&insert(one)).await?;
    }
    Ok(())
}

fn insert(one: &Type) -> String {
    let papers: Vec<String> = one
        .papers
        .iter()
        .map(|(code, zh, en, when)| {
            let when = if when.is_empty() { "null".to_owned() } else { format!("\"{when}\"") };
            format!("{{\"code\":\"{code}\",\"zh\":\"{zh}\",\"en\":\"{en}\",\"when\":{when}}}")
        })
        .collect();
    format!(
        "INSERT INTO application_type (code, title_zh, title_en, act_kind, level, on_the_spot, second_officer, identity_comparison, \
         limit_key, papers, valid_from, source) VALUES ('{}', '{}', '{}', '{}', '{}', {}, {}, {}, '{}', '{}', '2021-10-01', '{}')",
        one.code,
        one.zh,
        one.en,
        one.act,
        one.level,
        one.spot,
        one.second,
        one.identity,
        one.limit,
        papers_text(&papers),
        one.source
    )
}

/// As one JSON array; an apostrophe is doubled for SQL.
fn papers_text(papers: &[String]) -> String {
    format!("[{}]", papers.join(",")).replace('\'', "''")
}
