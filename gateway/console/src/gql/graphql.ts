/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** About whom a resident files an application from his own telephone (网上申请对象). */
export type AboutWhom =
  /** About his minor child of the same family household (同户未成年子女). */
  | 'CHILD'
  /** About his child that has no number and no entry yet (新生儿). */
  | 'NEWBORN'
  /** About himself (本人). */
  | 'ONESELF';

/** An application to accept. */
export type AcceptApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The applicant's identity was checked (已核验身份). */
  identityChecked: boolean;
  /** The matter is this station's (属本所管辖). */
  jurisdictionConfirmed: boolean;
};

/** An account to be closed or unlocked. */
export type AccountInput = {
  /** Which account (账号). */
  accountId: string;
};

/** Whether an account can be used. */
export type AccountState =
  /** It can, as far as its postings go. */
  | 'ACTIVE'
  /** It cannot any more. */
  | 'CLOSED';

/** As what somebody or something took part in an act (登记事项中的角色). */
export type ActRole =
  /** Born (出生). */
  | 'BORN'
  /** Cancelled (注销). */
  | 'CANCELLED'
  /** Dead (死亡). */
  | 'DECEASED'
  /** The entry follows a change of its household (随户变动). */
  | 'FOLLOWED'
  /** Became the head (新户主). */
  | 'HEAD'
  /** A household that changed (户). */
  | 'HOUSEHOLD'
  /** Another item of the entry changed (项目变更). */
  | 'ITEM'
  /** Joined a household from outside (迁入). */
  | 'JOINED'
  /** Left the register (迁出). */
  | 'LEFT'
  /** Changed from one household to another (移居). */
  | 'MOVED'
  /** Got another relation to the head (关系变更). */
  | 'RELATION'
  /** Got another name (更名). */
  | 'RENAMED'
  /** Got another number, birth date or sex (更正). */
  | 'RENUMBERED'
  /** Restored (恢复). */
  | 'RESTORED'
  /** Registered for the first time long after birth (补录). */
  | 'SUPPLEMENTED';

/** What is done. */
export type Action =
  /** Decide what somebody else asked for. */
  | 'APPROVE'
  /** Read records, one by one and in lists, masked, within the role's reach. */
  | 'LIST'
  /** Create, change, close. */
  | 'MANAGE'
  /** Take down what somebody asks for, and the papers he brings; decides nothing. */
  | 'PREPARE'
  /** Read clear values, with a purpose and a case reference. */
  | 'REVEAL'
  /** Find records by number, name, phone or address, and read the masked matches, in the whole precinct. */
  | 'SEARCH';

/** What another office is to be asked. */
export type AddAssistTaskInput = {
  /** For which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Which office (协助单位). */
  office: AssistOffice;
  /** The paper it is to bring (材料代码). */
  paperCode?: string | null | undefined;
  /** For what, without personal values (请求). */
  request: string;
};

/** R03 Adoption (收养登记). */
export type AdoptionInput = {
  /** Who adopts (收养人). */
  adopterId: string;
  /** The child, who is registered already (被收养人). */
  child: PersonSeenInput;
  /** The adopter's household (收养人户). */
  into: HouseholdSeenInput;
  /** The certificate of adoption and other papers (收养登记证). */
  papers: Array<PaperInput>;
  /** What is printed at the family's request, such as 20 (打印关系). */
  printedRelation?: string | null | undefined;
  /** What the child truly is to the head, such as 27 (与户主关系). */
  relation: string;
};

/** What the asker's office answers. */
export type AnswerOfficeTaskInput = {
  /** The answer, or why it is refused, in 1 to 300 characters and without personal values (答复). */
  answer: string;
  /** Which task (协助事项). */
  assistTaskId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** DONE or REFUSED (结果). */
  state: AssistState;
};

/** The answer to a request. */
export type AnswerRightsRequestInput = {
  /** What the resident reads, in 1 to 2000 characters (答复). */
  answer: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why it is refused, if it is; KEPT_BY_LAW in answer to a deletion restricts the record instead (拒绝理由, PRV-17). */
  refuse?: RightsRefusal | null | undefined;
  /** Which request (请求). */
  rightsRequestId: string;
};

/** What an applicant is to the person an application is about (申请人身份). */
export type ApplicantKind =
  /** Somebody commissioned (受托人). */
  | 'AGENT'
  /** Who cares for the person (抚养人). */
  | 'CARER'
  /** The community's committee (村居委会). */
  | 'COMMITTEE'
  /** A guardian (监护人). */
  | 'GUARDIAN'
  /** The head of the household (户主). */
  | 'HEAD'
  /** The station itself (依职权). */
  | 'OFFICE'
  /** The person himself (本人). */
  | 'ONESELF'
  /** A parent (父母). */
  | 'PARENT'
  /** A relative (亲属). */
  | 'RELATIVE'
  /** A unit with a collective household (单位). */
  | 'UNIT';

/** By which way an application came (申请渠道). */
export type ApplicationChannel =
  /** Taken down at the counter or on the beat (窗口). */
  | 'COUNTER'
  /** Filed by the resident himself, from his telephone (手机). */
  | 'PHONE';

/** Which applications a list holds; every part narrows it. */
export type ApplicationFilter = {
  /** Due or needed soon, or overdue (临期). */
  atRisk?: boolean | null | undefined;
  /** Taken down, accepted or reviewed by the asker (我的). */
  mine?: boolean | null | undefined;
  /** Needed before a day (需用日期早于). */
  neededBefore?: string | null | undefined;
  /** Whose limit is over (逾期). */
  overdue?: boolean | null | undefined;
  /** In one of these states (状态). */
  states?: Array<ApplicationState> | null | undefined;
  /** Of a type, by its code (业务事项). */
  typeCode?: string | null | undefined;
};

/** An application as it was seen. */
export type ApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** How urgent an application is: urgent when it is needed before the law would have it done (优先级). */
export type ApplicationPriority =
  /** By its due date. */
  | 'NORMAL'
  /** Needed before it is due. */
  | 'URGENT';

/** Where an application is (状态). */
export type ApplicationState =
  /** Accepted: the law's clock runs (已受理). */
  | 'ACCEPTED'
  /** Decided; the register has still to follow (已批准). */
  | 'APPROVED'
  /** The register has followed (办结). */
  | 'DONE'
  /** Being taken down; only its maker sees it (草稿). */
  | 'DRAFT'
  /** Returned, and not completed in time (逾期未补正). */
  | 'EXPIRED'
  /** Not ours, or not to be had (不予受理). */
  | 'NOT_ACCEPTED'
  /** Decided against, with written reasons (不予批准). */
  | 'REJECTED'
  /** Given back with every gap named at once (退回补正). */
  | 'RETURNED'
  /** Compared and proposed; decided level by level (已审核). */
  | 'REVIEWED'
  /** Filed, and not yet looked at (已提交). */
  | 'SUBMITTED'
  /** Waits for an investigation, another station or an appraisal; the clock stands (中止). */
  | 'SUSPENDED'
  /** Taken back by who asked (撤回). */
  | 'WITHDRAWN';

/** What leads from one state to another (环节). */
export type ApplicationStep =
  /** Accepted (受理). */
  | 'ACCEPT'
  /** Approved by one level (审批). */
  | 'APPROVE'
  /** The register followed (执行). */
  | 'EXECUTE'
  /** Ran out (过期). */
  | 'EXPIRE'
  /** Not accepted (不予受理). */
  | 'REFUSE'
  /** Decided against (不予批准). */
  | 'REJECT'
  /** The clock runs on (恢复). */
  | 'RESUME'
  /** Given back (退回). */
  | 'RETURN'
  /** Compared and proposed (审核). */
  | 'REVIEW'
  /** What the register followed with was undone by a compensating act (撤销). */
  | 'REVOKE'
  /** Filed, again if it was returned (提交). */
  | 'SUBMIT'
  /** The clock was stopped (中止). */
  | 'SUSPEND'
  /** Taken back (撤回). */
  | 'WITHDRAW';

/** A move to be filed at the destination. */
export type ApplyForTransferInput = {
  /** Why (迁移原因). */
  ground: MoveReason;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Where to (迁入地址). */
  into: DestinationInput;
  /** Who moves: all of them, or nobody (MOV-07). */
  movers: Array<MoverInput>;
  /** From which place outside; needed where no register of the installation has the movers (迁出地). */
  outsidePlace?: string | null | undefined;
};

/** Which appointments a list holds; every part narrows it. */
export type AppointmentFilter = {
  /** Of a day (日期). */
  day?: string | null | undefined;
  /** In one of these states (状态). */
  states?: Array<AppointmentState> | null | undefined;
  /** Booked, and without a place since the hours were changed (须改约, APT-02). */
  unfit?: boolean | null | undefined;
};

/** An appointment as it was seen. */
export type AppointmentInput = {
  /** Which appointment (预约). */
  appointmentId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** How somebody came by a place (预约方式). */
export type AppointmentKind =
  /** Booked before (预约). */
  | 'BOOKED'
  /** Came without (现场取号). */
  | 'WALK_IN';

/** What somebody comes for (预约事项). */
export type AppointmentMatter =
  /** A certificate (户籍证明). */
  | 'CERTIFICATE'
  /** One application to several offices (联办). */
  | 'JOINT_SERVICE'
  /** Something else (其他). */
  | 'OTHER'
  /** The household register (户籍业务). */
  | 'REGISTER'
  /** A temporary registration or a residence permit (暂住登记、居住证). */
  | 'RESIDENCE';

/** Where an appointment is (预约状态). */
export type AppointmentState =
  /** A place is held (已预约). */
  | 'BOOKED'
  /** Given back by him or for him (已取消). */
  | 'CANCELLED'
  /** The visitor is here and waits (已到场). */
  | 'CHECKED_IN'
  /** He did not come, or did not wait; the place is free again, and nothing else follows (未到, APT-04). */
  | 'NO_SHOW'
  /** He was served (已办理). */
  | 'SERVED';

/** Who decides, from the lowest to the highest (审批层级). */
export type ApprovalLevel =
  /** The city, whose written decision the district records (市局). */
  | 'CITY'
  /** The district's approver (分局). */
  | 'DISTRICT'
  /** The station's chief (派出所). */
  | 'STATION';

/** Where an approval is. */
export type ApprovalState =
  /** Given; stands until it expires. */
  | 'APPROVED'
  /** Asked for. */
  | 'PENDING'
  /** Refused. */
  | 'REFUSED';

/** An application to approve. */
export type ApproveApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Remarks (审批意见). */
  reason?: string | null | undefined;
  /** The number of the city's written decision; needed where the city decides (批文号). */
  reference?: string | null | undefined;
};

/** Somebody who comes, and as what. */
export type ArrivalInput = {
  /** What he is to the head: a code of the code set `relation`; of a new household one has 02 (与户主关系). */
  relation: string;
  /** Who (人员). */
  who: WhoInput;
};

/** A posting to be made. */
export type AssignPostingInput = {
  /** Whom (账号). */
  accountId: string;
  /** On which beats (警务区). */
  beatIds?: Array<string> | null | undefined;
  /** The office of another department: of a clerk, and of nobody else (所属单位, JNT-01). */
  office?: AssistOffice | null | undefined;
  /** Where; by default in the precinct whose list the account was read from (单位). */
  precinctId?: string | null | undefined;
  /** As what (岗位). */
  role: Role;
  /** How the post is called there (职务). */
  title?: string | null | undefined;
  /** From when; by default now. */
  validFrom?: string | null | undefined;
  /** Until when, exclusive; by default open. */
  validTo?: string | null | undefined;
};

/** Which office is asked (协助单位). */
export type AssistOffice =
  /** Civil affairs (民政). */
  | 'CIVIL_AFFAIRS'
  /** Education (教育). */
  | 'EDUCATION'
  /** Health (卫健). */
  | 'HEALTH'
  /** Housing (住建房管). */
  | 'HOUSING'
  /** Another office. */
  | 'OTHER'
  /** Another police station (外所). */
  | 'OTHER_STATION'
  /** Social security (人社). */
  | 'SOCIAL_SECURITY';

/** Where a task is (协助状态). */
export type AssistState =
  /** No longer needed. */
  | 'CANCELLED'
  /** Answered. */
  | 'DONE'
  /** Asked. */
  | 'OPEN'
  /** The office cannot. */
  | 'REFUSED';

/** Which entries a list holds; every part narrows it. */
export type AuditFilter = {
  /** Of an account (账号). */
  accountId?: string | null | undefined;
  /** Not before this instant (起). */
  from?: string | null | undefined;
  /** Of a function, such as personSearch (功能). */
  function?: string | null | undefined;
  /** With a result (结果). */
  result?: AuditResult | null | undefined;
  /** Before this instant (止). */
  to?: string | null | undefined;
};

/** How an operation ended (结果). */
export type AuditResult =
  /** Refused by the role table, a quota or for want of a purpose. */
  | 'DENIED'
  /** Broke off. */
  | 'FAILED'
  /** Refused by a rule. */
  | 'INVALID'
  /** Nothing there for this asker. */
  | 'NOT_FOUND'
  /** Answered or done. */
  | 'OK';

/** Whether a fact changed or the record was wrong (变更或更正, R20). */
export type Basis =
  /** The fact changed, from a day on (变更). */
  | 'CHANGE'
  /** The record was wrong from the beginning (更正). */
  | 'CORRECTION';

/** Who the resident says he is. */
export type BindMyselfInput = {
  /** The citizen id number (公民身份号码). */
  idNumber: string;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The name, as in the register (姓名). */
  name: string;
};

/** How it was checked who somebody is (核对方式); no feature of a body is kept. */
export type BindingMethod =
  /** The identity card was read by a machine (读卡). */
  | 'CARD_READER'
  /** The identity card was looked at (查验身份证). */
  | 'ID_CARD'
  /** Name, number and the verified telephone are those of the register (登记手机号一致); never by hand. */
  | 'PHONE_ON_RECORD'
  /** The person was compared with the photo, by eye (人证比对). */
  | 'PHOTO_COMPARISON';

/** R02 Birth and death before registration (出生后死亡登记). */
export type BirthAndDeathInput = {
  /** The birth (出生). */
  birth: BirthInput;
  /** The day of the death (死亡日期). */
  diedOn: string;
  /** The death proof (死亡证明). */
  papers: Array<PaperInput>;
};

/** R01 Birth (出生登记). */
export type BirthInput = {
  /** The birth certificate's number: one certificate, one person (出生医学证明编号, REG-12). */
  certificate: string;
  /** The day of the certificate (签发日期). */
  certifiedOn?: string | null | undefined;
  /** The child (婴儿). */
  child: NewcomerInput;
  /** The father's entry in this precinct (父亲). */
  fatherId?: string | null | undefined;
  /** The grandparent who is followed, where both parents are in collective households (祖父母). */
  grandparentId?: string | null | undefined;
  /** The household the child joins: the mother's or the father's (户). */
  household: HouseholdSeenInput;
  /** Whether the parents are married (是否婚生). */
  married?: boolean;
  /** The mother's entry in this precinct (母亲). */
  motherId?: string | null | undefined;
  /** The other papers (其他材料). */
  papers?: Array<PaperInput>;
  /** What the child is to the head: a code of the code set `relation` (与户主关系). */
  relation: string;
};

/** A place to be booked. */
export type BookAppointmentInput = {
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** What the visitor comes for (事项). */
  matter: AppointmentMatter;
  /** What else is to be known, in at most 200 characters (备注). */
  note?: string | null | undefined;
  /** When its slot begins, as appointmentSlots says (开始时间). */
  startsAt: string;
  /** For whom, when staff books; a resident books for himself and names nobody (来访人, APT-03). */
  visitor?: VisitorInput | null | undefined;
};

/** A place to be given back. */
export type CancelAppointmentInput = {
  /** Which appointment (预约). */
  appointmentId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why, in at most 200 characters (取消原因). */
  reason?: string | null | undefined;
};

/** Why a registration is cancelled (注销原因). */
export type CancellationGround =
  /** Enlisted (入伍, R12). */
  | 'ENLISTED'
  /** By the station, after notice or public announcement (依职权, R10). */
  | 'EX_OFFICIO'
  /** Nationality lost (丧失国籍, R11). */
  | 'NATIONALITY_LOST'
  /** Settled in Hong Kong, Macau, Taiwan or abroad (定居境外, R11). */
  | 'SETTLED_ABROAD';

/** R10, R11, R12 Cancellation that is no death (注销). */
export type CancellationInput = {
  /** Why (注销原因). */
  ground: CancellationGround;
  /** The evidence (材料). */
  papers: Array<PaperInput>;
  /** Whose registration (人员). */
  person: PersonSeenInput;
  /** Who heads those who stay, where the head goes (新户主, REG-06). */
  succession?: SuccessionInput | null | undefined;
};

/** What a case file is about. */
export type CaseFileKind =
  /** An application to the register (户籍业务). */
  | 'APPLICATION'
  /** Help to a household in need (帮扶). */
  | 'ASSISTANCE'
  /** An incident (警情). */
  | 'INCIDENT'
  /** A verification of who lives where (核查). */
  | 'VERIFICATION';

/** Whether a case file can still be referred to. */
export type CaseFileState =
  /** No. */
  | 'CLOSED'
  /** Yes. */
  | 'OPEN';

/** A case file to close. */
export type CloseCaseFileInput = {
  /** Which case file. */
  caseFileId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** R22 A collective household closed (集体户撤销). */
export type CollectiveClosingInput = {
  /** The household (集体户). */
  household: HouseholdSeenInput;
  /** Where its last members go (迁入户). */
  into: HouseholdSeenInput;
  /** The unit's request (材料). */
  papers: Array<PaperInput>;
};

/** R22 A collective household opened (集体户设立). */
export type CollectiveOpeningInput = {
  /** Where (住房). */
  dwellingId: string;
  /** The head whom the unit or the community names (户主). */
  head: PersonSeenInput;
  /** A unit's, or the community's public one (户别). */
  kind: HouseholdKind;
  /** The unit's request (材料). */
  papers: Array<PaperInput>;
  /** Who heads the household that the head leaves, where he headed it (新户主). */
  succession?: SuccessionInput | null | undefined;
};

/** A recorded comparison of identity; no biometric value is ever sent or stored. */
export type ComparisonInput = {
  /** By whom, as he signs: 1 to 50 characters (核验人). */
  by: string;
  /** Whether it is the same person (核验结果). */
  matched: boolean;
  /** How identity was compared (核验方式). */
  method: ComparisonMethod;
};

/** How identity was compared (身份核验方式). */
export type ComparisonMethod =
  /** Card and face by the officer (人证核验). */
  | 'IN_PERSON'
  /** By a laboratory (鉴定). */
  | 'LABORATORY'
  /** By the national system (系统人像比对). */
  | 'SYSTEM'
  /** By relatives, neighbours and a visit (走访核查). */
  | 'VISIT';

/** What an office answered. */
export type CompleteAssistTaskInput = {
  /** The answer, without personal values (答复). */
  answer: string;
  /** Which task (协助事项). */
  assistTaskId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** How it ended (结果). */
  state: AssistState;
};

/** An upload of one's own that has arrived. */
export type CompleteMyPaperInput = {
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Which upload (电子件). */
  uploadId: string;
};

/** What the window found. */
export type ConfirmResidentInput = {
  /** Whether it is he (是否通过). */
  confirm: boolean;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** The citizen id number, read from the document and typed again; needed to confirm (公民身份号码). */
  idNumber?: string | null | undefined;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** How it was checked (核对方式). */
  method: BindingMethod;
  /** Of whom (核对事项). */
  residentConfirmationId: string;
};

/** Where a resident's word on who he is stands (核对状态). */
export type ConfirmationState =
  /** The record is linked (已核实). */
  | 'CONFIRMED'
  /** The window is to look at it (待核实). */
  | 'PENDING'
  /** The window did not confirm it (未通过). */
  | 'REFUSED'
  /** He said it anew (已重报). */
  | 'REPLACED';

/** R20 Correction of the birth date, of the number, or of both (出生日期或公民身份号码更正). */
export type CorrectionInput = {
  /** Whether the record was wrong or the fact changed (变更或更正). */
  basis: Basis;
  /** The birth date that is true (出生日期). */
  birthDate?: string | null | undefined;
  /** The comparison of identity (身份核验). */
  comparison: ComparisonInput;
  /** The new number (新公民身份号码). */
  idNumber?: string | null | undefined;
  /** Original proofs (原始凭证). */
  papers: Array<PaperInput>;
  /** Who (人员). */
  person: PersonSeenInput;
};

/** An account to be opened, with its first posting. */
export type CreateAccountInput = {
  /** The beats of the posting (警务区). */
  beatIds?: Array<string> | null | undefined;
  /** 3 to 40 of a-z, 0-9, dot, dash and underscore, beginning with a letter (登录名). */
  login: string;
  /** The holder's name (姓名). */
  name: string;
  /** The office of another department: of a clerk, and of nobody else (所属单位, JNT-01). */
  office?: AssistOffice | null | undefined;
  /** The precinct it is posted to; by default the administrator's own (单位). */
  precinctId?: string | null | undefined;
  /** The role of the posting (岗位). */
  role: Role;
  /** The holder's number in the service (警号). */
  staffNumber?: string | null | undefined;
  /** How the post is called there (职务). */
  title?: string | null | undefined;
  /** From when the posting holds; by default now. */
  validFrom?: string | null | undefined;
  /** Until when, exclusive; by default open. */
  validTo?: string | null | undefined;
};

/** A token to be issued. */
export type CreateApiTokenInput = {
  /** The machine's account it acts for; may be left out where the asker's precinct has exactly one (账号). */
  accountId?: string | null | undefined;
  /** What it may touch at most (领域). */
  domains: Array<Domain>;
  /** When it is over: at most a year from now (到期时间). */
  expiresAt: string;
  /** What it is called: 1 to 60 characters (名称). */
  name: string;
  /** The stations it may name; by default all that the account reaches (可访问单位). */
  precinctIds?: Array<string> | null | undefined;
  /** What it is issued for (用途). */
  purpose: Purpose;
};

/** R08 Death (死亡注销). */
export type DeathInput = {
  /** The day (死亡日期). */
  diedOn: string;
  /** The death proof and other papers (死亡证明). */
  papers: Array<PaperInput>;
  /** Who died (人员). */
  person: PersonSeenInput;
  /** Who is the head now, where the dead one was (新户主). */
  succession?: SuccessionInput | null | undefined;
};

/** How an approval is decided. */
export type DecideRevealApprovalInput = {
  /** Which approval. */
  approvalId: string;
  /** Given, or refused. */
  approve: boolean;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** Where to: exactly one (迁入地). */
export type DestinationInput =
  {   /** A dwelling at which a family household is founded (新立户的住房). */
  dwellingId: string; household?: never; }
  |  { dwellingId?: never;   /** A household that is there (已有户). */
  household: HouseholdSeenInput; };

/** What of a document is opened. */
export type DocumentPart =
  /** The paper itself. */
  | 'CONTENT'
  /** Its small picture; a PDF has none. */
  | 'PREVIEW';

/** Where a document is in its life. */
export type DocumentState =
  /** It can be opened (已收取). */
  | 'READY'
  /** Its content was not taken and is gone (已拒收). */
  | 'REFUSED'
  /** Its content is still on its way (上传中). */
  | 'UPLOADING';

/** What an action is about. */
export type Domain =
  /** Accounts and postings (账号). */
  | 'ACCOUNTS'
  /** Register acts (登记行为). */
  | 'ACTS'
  /** Applications to the register (业务申请). */
  | 'APPLICATIONS'
  /** Appointments; to manage is to say when the station is open (预约). */
  | 'APPOINTMENTS'
  /** Approvals to reveal (审批). */
  | 'APPROVALS'
  /** The tasks of joint applications that are addressed to one's own office (协助事项). */
  | 'ASSIST_TASKS'
  /** The audit trail (审计). */
  | 'AUDIT'
  /** Case files, which a reveal must name (案卷). */
  | 'CASE_FILES'
  /** Certificates and extracts of the register; to approve is to revoke one (户籍证明). */
  | 'CERTIFICATES'
  /** Documents handed in; to reveal one is to open it (材料). */
  | 'DOCUMENTS'
  /** Households and their members' relations (户). */
  | 'HOUSEHOLDS'
  /** Counts, without any record (概览). */
  | 'OVERVIEW'
  /** Residence permits (居住证). */
  | 'PERMITS'
  /** Persons (人口). */
  | 'PERSONS'
  /** Beats, communities, addresses, dwellings (地址). */
  | 'PLACES'
  /** The precincts as tenants of the district (派出所). */
  | 'PRECINCTS'
  /** Lettings and their tenants (出租房屋). */
  | 'RENTALS'
  /** What residents ask online: who they are, and their rights (居民事项). */
  | 'RESIDENTS'
  /** Other people's sessions; one's own need no grant (会话). */
  | 'SESSIONS'
  /** Temporary registrations (暂住登记). */
  | 'STAYS'
  /** API tokens (接口令牌). */
  | 'TOKENS'
  /** Moves between stations (迁移). */
  | 'TRANSFERS';

/** A posting to be ended. */
export type EndPostingInput = {
  /** When; by default now. */
  at?: string | null | undefined;
  /** Which posting (任职). */
  postingId: string;
};

/** A session to be ended. */
export type EndSessionInput = {
  /** Which session (会话). */
  sessionId: string;
};

/** The end of a move, with its reason. */
export type EndTransferInput = {
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why: 1 to 200 characters, without personal values. */
  reason: string;
  /** Which move. */
  transferId: string;
};

/** An approved application to be brought into the register. */
export type ExecuteApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** By what (办理方式). */
  by: ExecutionInput;
  /** The day from which the act holds in law; today, or the form's own day, if not given (生效日期). */
  effectiveOn?: string | null | undefined;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** By what an approved application comes into the register: exactly one. */
export type ExecutionInput =
  {   /** An act that was recorded for it already, such as a move's (已办登记). */
  actId: string; form?: never; }
  |  { actId?: never;   /** This form, performed now (登记表). */
  form: RegisterFormInput; };

/** Something missing or wrong. */
export type GapInput = {
  /** Whether it arose from what was changed since it was returned before (新出现). */
  aroseSince?: boolean | null | undefined;
  /** A paper of the checklist, or a field of the form (事项). */
  code: string;
  /** What is wrong with it (说明). */
  note?: string | null | undefined;
};

/** The origin's agreement. */
export type HandOverTransferInput = {
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The booklet, and the guardians' consent for minors (凭证, REG-16). */
  papers?: Array<PaperInput>;
  /** Who heads those who stay, where the head leaves (新户主, MOV-06). */
  succession?: SuccessionInput | null | undefined;
  /** Which move. */
  transferId: string;
};

/** An application to handle at the window. */
export type HandleOnTheSpotInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The papers were compared with the form (已核对材料). */
  documentsCompared: boolean;
  /** It was looked whether the person is registered already (已查重, REG-15). */
  duplicatesChecked: boolean;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The applicant's identity was checked (已核验身份). */
  identityChecked: boolean;
  /** The matter is this station's (属本所管辖). */
  jurisdictionConfirmed: boolean;
};

/** R17 Change of head (户主变更). */
export type HeadChangeInput = {
  /** The household (户). */
  household: HouseholdSeenInput;
  /** The statement of the old and the new head, or of all adults (材料). */
  papers: Array<PaperInput>;
  /** The new head, and what everybody else is to him (新户主). */
  succession: SuccessionInput;
};

/** R07 for a whole household (辖区内户址变动). */
export type HouseholdAddressInput = {
  /** The dwelling it is registered at from now on (住房). */
  dwellingId: string;
  /** The household (户). */
  household: HouseholdSeenInput;
  /** Title to the dwelling, booklet (材料). */
  papers: Array<PaperInput>;
};

/** Which households a list holds; every part narrows it. */
export type HouseholdFilter = {
  /** Of a beat (警务区). */
  beatId?: string | null | undefined;
  /** Of a building (楼栋). */
  buildingId?: string | null | undefined;
  /** Of a community (社区). */
  communityId?: string | null | undefined;
  /** Of a kind (户别). */
  kind?: HouseholdKind | null | undefined;
  /** Whose number begins so (户号前缀). */
  numberPrefix?: string | null | undefined;
  /** In a state (状态). */
  state?: HouseholdState | null | undefined;
};

/** What kind of household it is (§2.3). */
export type HouseholdKind =
  /** Staff or students of a unit, enterprise or school (集体户). */
  | 'COLLECTIVE'
  /** Close relatives living together (家庭户). */
  | 'FAMILY'
  /** People with no dwelling to register in, named by the community (公共集体户). */
  | 'PUBLIC_COLLECTIVE';

/** A household, in the version that was seen (REG-19). */
export type HouseholdSeenInput = {
  /** The version seen; a stale one is refused with what happened since (REG-19). */
  expectedVersion: number;
  /** Which household (户). */
  id: string;
};

/** Where a household is in its life (§2.3). */
export type HouseholdState =
  /** Has members and one head (REG-03). */
  | 'ACTIVE'
  /** Ended; never reopens, its number is never used again (REG-07). */
  | 'CLOSED';

/** R21 Change of another item (其他项目变更). */
export type ItemInput = {
  /** Whether the fact changed or the record was wrong (变更或更正). */
  basis: Basis;
  /** Which item (项目). */
  kind: ItemKind;
  /** Proofs (材料). */
  papers?: Array<PaperInput>;
  /** Who (人员). */
  person: PersonSeenInput;
  /** The new value: for marital status a code of the code set `marital` (新值). */
  value: string;
};

/** An item of a person's entry that an act R21 changes (登记项目). */
export type ItemKind =
  /** Education (文化程度). */
  | 'EDUCATION'
  /** Employer (服务处所). */
  | 'EMPLOYER'
  /** Marital status, a code of the set `marital` (婚姻状况). */
  | 'MARITAL'
  /** Occupation (职业). */
  | 'OCCUPATION'
  /** Telephone number (联系电话). */
  | 'PHONE';

/** Who lets. */
export type LandlordKind =
  /** A company (单位). */
  | 'COMPANY'
  /** A person (个人). */
  | 'PERSON';

/** How a dwelling is let. */
export type LettingKind =
  /** Bed by bed (群租宿舍). */
  | 'DORMITORY'
  /** Room by room (合租). */
  | 'SHARED'
  /** By the day or week (短租). */
  | 'SHORT_STAY'
  /** To one household (整租). */
  | 'WHOLE';

/** In what a limit is counted (期限单位). */
export type LimitUnit =
  /** Calendar days (日); the first day is not counted. */
  | 'DAYS'
  /** Hours, from the moment on. */
  | 'HOURS'
  /** Months (月): the same day of a later month, or its last. */
  | 'MONTHS'
  /** Working days of the calendar (工作日); the first day is not counted. */
  | 'WORKING_DAYS'
  /** Years (年): the same day of a later year; of 29 February, the 28th in a common year. */
  | 'YEARS';

/** What a match was found by. */
export type MatchKind =
  /** The address lived at. */
  | 'ADDRESS'
  /** A former id number (IDN-06). */
  | 'FORMER_ID_NUMBER'
  /** A former name. */
  | 'FORMER_NAME'
  /** The household's number. */
  | 'HOUSEHOLD_NUMBER'
  /** The current id number. */
  | 'ID_NUMBER'
  /** The name's initials. */
  | 'INITIALS'
  /** The name in characters. */
  | 'NAME'
  /** The telephone number. */
  | 'PHONE'
  /** The name in full pinyin. */
  | 'PINYIN';

/** R16 Merge (并户). */
export type MergeInput = {
  /** The household that closes (并出户). */
  from: HouseholdSeenInput;
  /** The household that receives (并入户). */
  into: HouseholdSeenInput;
  /** Both heads' consent, proof of kinship (材料). */
  papers: Array<PaperInput>;
  /** What each member of the closing household is to the receiving one's head (与户主关系). */
  relations: Array<StandingInput>;
};

/** R04 Move-in from outside the installation (迁入登记). */
export type MoveInInput = {
  /** Who comes: all or none (迁入人, MOV-07). */
  arrivals: Array<ArrivalInput>;
  /** Where from, in words (迁出地). */
  fromPlace: string;
  /** The permit or the certificate of transfer, consents (材料). */
  papers: Array<PaperInput>;
  /** Why (迁移原因). */
  reason: MoveReason;
  /** Where to (迁入地). */
  to: DestinationInput;
};

/** R05 Move-out to a register outside the installation (迁出登记). */
export type MoveOutInput = {
  /** Whether the other register has confirmed already; else they are in transit until then (迁入地是否已确认, MOV-03). */
  confirmed?: boolean;
  /** The others of the same household who go with him: all or none (随迁人, MOV-07). */
  others?: Array<PersonSeenInput>;
  /** The permit to move in there, or a student's paper; guardians' consent for minors (材料). */
  papers: Array<PaperInput>;
  /** The first who goes (迁出人). */
  person: PersonSeenInput;
  /** Why (迁移原因). */
  reason: MoveReason;
  /** Who heads those who stay, where the head goes (新户主, MOV-06). */
  succession?: SuccessionInput | null | undefined;
  /** Where to, in words (迁往地). */
  toPlace: string;
};

/** Why somebody moves (迁移原因). */
export type MoveReason =
  /** Employment (录用). */
  | 'EMPLOYMENT'
  /** End of study (毕业). */
  | 'GRADUATION'
  /** To live with relatives or in a dwelling of one's own (投靠、购房). */
  | 'HOME'
  /** Marriage (婚迁). */
  | 'MARRIAGE'
  /** Study (入学). */
  | 'STUDY';

/** Somebody who is to move. */
export type MoverInput = {
  /** The citizen id number, in clear (公民身份号码). */
  idNumber: string;
  /** The name, as the register he comes from has it (姓名). */
  name: string;
  /** The telephone number, of somebody from outside (联系电话). */
  phone?: string | null | undefined;
  /** What he is to be to the head at the destination: a code of GB/T 4761 (与户主关系). */
  relation: string;
};

/** One's own application as it was seen. */
export type MyApplicationInput = {
  /** Which of one's own applications (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** R18 Name change (姓名变更). */
export type NameChangeInput = {
  /** The comparison of identity (身份核验). */
  comparison: ComparisonInput;
  /** The new name (新姓名). */
  name: string;
  /** For a minor the parents' consent; grounds (材料). */
  papers?: Array<PaperInput>;
  /** Who (人员). */
  person: PersonSeenInput;
};

/** Somebody the register does not know yet. */
export type NewcomerInput = {
  /** The birth date (出生日期). */
  birthDate: string;
  /** The citizen id number, where it is issued (公民身份号码, IDN-07). */
  idNumber?: string | null | undefined;
  /** The name (姓名). */
  name: string;
  /** The telephone number (电话). */
  phone?: string | null | undefined;
  /** The sex (性别). */
  sex: Sex;
};

/** A case file to open. */
export type OpenCaseFileInput = {
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** What it is about. */
  kind: CaseFileKind;
  /** A title of 1 to 200 characters, without personal values. */
  title: string;
};

/** A document to open. */
export type OpenDocumentInput = {
  /** Which document. */
  documentId: string;
  /** Names this attempt, so that it is done once however often it is sent. */
  idempotencyKey?: string | null | undefined;
  /** What of it. */
  part: DocumentPart;
  /** For which purpose (用途, PRV-02). */
  purpose: Purpose;
};

/** An upload of one's own to look at. */
export type OpenMyPaperInput = {
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** What of it. */
  part: DocumentPart;
  /** Which upload (电子件). */
  uploadId: string;
};

/** By what a day is open or closed (开放依据). */
export type OpeningBasis =
  /** A day off of the calendar (节假日休息). */
  | 'DAY_OFF'
  /** By an exception of its date (特别安排). */
  | 'EXCEPTION'
  /** By the pattern of its weekday (按周例). */
  | 'PATTERN'
  /** A moved working day, open by the pattern of Monday (调休上班). */
  | 'SHIFTED';

/** A stretch of a day in which the station is to be open. */
export type OpeningWindowInput = {
  /** How many can be served in a slot, 1 to 100 (每段容量). */
  capacity: number;
  /** When it ends (结束). */
  closes: string;
  /** When it begins in Beijing, such as 09:00 (开始). */
  opens: string;
  /** The length of a slot, 10 to 240 minutes; the window has whole slots (每段时长). */
  slotMinutes: number;
  /** How many of them are kept for those who come without an appointment (现场预留). */
  walkIns: number;
};

/** A paper shown or a statement given; its number is kept sealed. */
export type PaperInput = {
  /** The day it was issued (签发日期). */
  issuedOn?: string | null | undefined;
  /** What kind of paper (种类). */
  kind: PaperKind;
  /** Its number (编号). */
  number?: string | null | undefined;
};

/** What kind of paper or statement an act relies on (凭证种类). */
export type PaperKind =
  /** Certificate of adoption (收养登记证). */
  | 'ADOPTION_CERTIFICATE'
  /** Medical certificate of birth (出生医学证明). */
  | 'BIRTH_CERTIFICATE'
  /** Statement on a birth outside marriage (非婚生育说明). */
  | 'BIRTH_STATEMENT'
  /** Household booklet (户口簿). */
  | 'BOOKLET'
  /** Conscription notice (入伍通知书). */
  | 'CONSCRIPTION'
  /** Written consent (同意书). */
  | 'CONSENT'
  /** Title to the dwelling (房屋权属证明). */
  | 'DWELLING_TITLE'
  /** Foreign or border papers (境外定居证明). */
  | 'FOREIGN_PAPERS'
  /** Consent of a guardian (监护人同意书). */
  | 'GUARDIAN_CONSENT'
  /** Comparison of identity (人像、身份比对). */
  | 'IDENTITY_COMPARISON'
  /** Report of a joint investigation (调查报告). */
  | 'INVESTIGATION'
  /** Judgment of a court (法院判决书). */
  | 'JUDGMENT'
  /** Marriage certificate of the parents (结婚证). */
  | 'MARRIAGE_CERTIFICATE'
  /** Medical certificate of death (死亡医学证明). */
  | 'MEDICAL_DEATH_PROOF'
  /** Permit to move in (准予迁入证明). */
  | 'MOVE_PERMIT'
  /** Notice to those concerned, or public announcement (告知书、公告). */
  | 'NOTICE'
  /** Another paper (其他证明). */
  | 'OTHER'
  /** Report of parentage (亲子鉴定意见). */
  | 'PARENTAGE_REPORT'
  /** Police report of an unnatural death (公安机关非正常死亡证明). */
  | 'POLICE_DEATH_PROOF'
  /** The asker's reason, where no case is referred to (事由). */
  | 'REASON'
  /** Proof by a hospital or forensic office of a change of sex (性别鉴定证明). */
  | 'SEX_PROOF'
  /** Letter of admission or diploma (录取通知书、毕业证). */
  | 'STUDY_PAPER'
  /** Certificate of transfer (户口迁移证). */
  | 'TRANSFER_CERTIFICATE';

/** Where a paper comes from (材料来源). */
export type PaperSource =
  /** From the applicant. */
  | 'APPLICANT'
  /** From another office, which was asked for it instead of the applicant (JNT-03). */
  | 'OFFICE';

/** Where a paper is (材料状态). */
export type PaperState =
  /** It was compared by who reviewed. */
  | 'CHECKED'
  /** The applicant says that he has it. */
  | 'DECLARED'
  /** No longer declared. */
  | 'DROPPED'
  /** It lies before us. */
  | 'RECEIVED';

/** R07 for one person (辖区内移居). */
export type PersonAddressInput = {
  /** The household he joins (迁入户). */
  into: HouseholdSeenInput;
  /** Consents and proofs; a minor moves with a guardian's consent (材料, REG-16). */
  papers?: Array<PaperInput>;
  /** Who (人员). */
  person: PersonSeenInput;
  /** What he is to its head: a code of the code set `relation` (与户主关系). */
  relation: string;
  /** Who heads the household he leaves, where he did (新户主). */
  succession?: SuccessionInput | null | undefined;
};

/** A value that can be revealed. */
export type PersonField =
  /** The address lived at. */
  | 'ADDRESS'
  /** The birth date. */
  | 'BIRTH_DATE'
  /** The citizen id number. */
  | 'ID_NUMBER'
  /** The name in full. */
  | 'NAME'
  /** The telephone number. */
  | 'PHONE';

/** What is searched for: exactly one of these. */
export type PersonSearchInput = {
  /** The beginning of an address, in characters or pinyin. */
  address?: string | null | undefined;
  /** A household number. */
  householdNumber?: string | null | undefined;
  /** The full citizen id number, of today or of former days; 15 digits are accepted (IDN-06, IDN-08). */
  idNumber?: string | null | undefined;
  /** A name: characters (张文静), full pinyin (zhangwenjing) or initials (zwj). */
  name?: string | null | undefined;
  /** The full telephone number. */
  phone?: string | null | undefined;
};

/** A person's entry, in the version that was seen (REG-19). */
export type PersonSeenInput = {
  /** The version seen; a stale one is refused with what happened since (REG-19). */
  expectedVersion: number;
  /** Whose entry (人员). */
  id: string;
};

/** How somebody counts in the population (§2.1). */
export type PopulationCategory =
  /** Living here, registered in another precinct of the city (市内人户分离). */
  | 'CITY_SEPARATED'
  /** Living here, registered in another city (流动人口). */
  | 'FLOATING'
  /** Foreign, Hong Kong, Macau or Taiwan inhabitant (境外人员). */
  | 'OVERSEAS'
  /** Registered here, living elsewhere (户在人不在): not in the actual population. */
  | 'REGISTERED_AWAY'
  /** Registered here and living here (人户一致). */
  | 'REGISTERED_RESIDENT';

/** Whether a precinct may be used. */
export type PrecinctState =
  /** Yes. */
  | 'ACTIVE'
  /** Never again. */
  | 'CLOSED'
  /** Not now: nobody of it may read or write (停用). */
  | 'SUSPENDED';

/** A paper about to be uploaded. */
export type PrepareMyPaperInput = {
  /** For which of one's own applications, a draft or returned (申请). */
  applicationId: string;
  /** For which paper that was declared, by its code in the checklist (材料代码). */
  code: string;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Its length in bytes. */
  size: number;
};

/** The purpose of a reading, and of an integrator's token (PRV-02, PRV-23). */
export type Purpose =
  /** Helping somebody in need (救助). */
  | 'ASSISTANCE'
  /** Mediating a dispute (矛盾调解). */
  | 'DISPUTE_MEDIATION'
  /** Handling an incident (警情处置). */
  | 'INCIDENT_HANDLING'
  /** Serving somebody at the register (户籍业务). */
  | 'REGISTER_SERVICE'
  /** Checking a letting (出租房检查). */
  | 'RENTAL_CHECK'
  /** Counting, without looking at anybody (统计). */
  | 'STATISTICS'
  /** Supervising how the register is kept (监督). */
  | 'SUPERVISION'
  /** Verifying what the register says (核查). */
  | 'VERIFICATION';

/** A paper that has come. */
export type ReceivePaperInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The paper, by its code in the checklist (材料代码). */
  code: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** A station outside has sent its transfer certificate. */
export type ReceiveTransferInput = {
  /** The certificate's number (迁移证编号). */
  certificateNumber: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The day it was issued (签发日期). */
  issuedOn: string;
  /** Which move. */
  transferId: string;
};

/** Why an application is not accepted (不予受理原因). */
export type RefusalReason =
  /** It is nothing that is decided on application. */
  | 'NOT_AN_ITEM'
  /** The applicant cannot have it. */
  | 'NOT_ELIGIBLE'
  /** Another office is competent. */
  | 'NOT_OURS';

/** An application not to accept. */
export type RefuseApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why, in words (原因). */
  reason: string;
  /** Why (原因代码). */
  reasonCode: RefusalReason;
  /** Which office is competent instead; needed for NOT_OURS (应受理单位). */
  redirectTo?: string | null | undefined;
};

/** A filled form of a register act (登记表): exactly one. */
export type RegisterFormInput =
  {   /** R03 Adoption (收养登记). */
  adoption: AdoptionInput; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never;   /** R01 Birth (出生登记). */
  birth: BirthInput; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never;   /** R02 Birth and death before registration (出生后死亡登记). */
  birthAndDeath: BirthAndDeathInput; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never;   /** R10, R11, R12 Cancellation that is no death (注销). */
  cancellation: CancellationInput; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never;   /** R22 A collective household closed (集体户撤销). */
  collectiveClosing: CollectiveClosingInput; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never;   /** R22 A collective household opened (集体户设立). */
  collectiveOpening: CollectiveOpeningInput; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never;   /** R20 Correction of birth date or number (出生日期或公民身份号码更正). */
  correction: CorrectionInput; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never;   /** R08 Death (死亡注销). */
  death: DeathInput; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never;   /** R17 Change of head (户主变更). */
  headChange: HeadChangeInput; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never;   /** R07 A household changes its address within the precinct (辖区内户址变动). */
  householdAddress: HouseholdAddressInput; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never;   /** R21 Change of another item (其他项目变更). */
  item: ItemInput; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never;   /** R16 Merge (并户). */
  merge: MergeInput; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never;   /** R04 Move-in from outside the installation (迁入登记). */
  moveIn: MoveInInput; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never;   /** R05 Move-out to outside the installation (迁出登记). */
  moveOut: MoveOutInput; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never;   /** R18 Name change (姓名变更). */
  nameChange: NameChangeInput; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never;   /** R07 A person changes to another household of the precinct (辖区内移居). */
  personAddress: PersonAddressInput; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never;   /** R21 Correction of relations to the head (与户主关系更正). */
  relations: RelationsInput; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never;   /** R23 Relocation of former occupants after a sale (房屋交易后户口移出). */
  relocation: RelocationInput; repair?: never; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never;   /** A compensating act, of the kind of the one it repairs (更正登记, REG-09). */
  repair: RepairInput; restoration?: never; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never;   /** R13 Restoration (恢复户口). */
  restoration: RestorationInput; sexChange?: never; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never;   /** R19 Sex change (性别变更). */
  sexChange: SexChangeInput; split?: never; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never;   /** R15 Split (分户). */
  split: SplitInput; supplementary?: never; }
  |  { adoption?: never; birth?: never; birthAndDeath?: never; cancellation?: never; collectiveClosing?: never; collectiveOpening?: never; correction?: never; death?: never; headChange?: never; householdAddress?: never; item?: never; merge?: never; moveIn?: never; moveOut?: never; nameChange?: never; personAddress?: never; relations?: never; relocation?: never; repair?: never; restoration?: never; sexChange?: never; split?: never;   /** R14 Supplementary registration (补录户口). */
  supplementary: SupplementaryInput; };

/** An application to decide against. */
export type RejectApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The written reasons (不予批准理由). */
  reason: string;
};

/** R21 Correction of relations that were recorded wrongly (与户主关系更正). */
export type RelationsInput = {
  /** The household (户). */
  household: HouseholdSeenInput;
  /** Proofs (材料). */
  papers?: Array<PaperInput>;
  /** The members whose relation is another (成员). */
  relations: Array<StandingInput>;
};

/** R23 Relocation of former occupants after a sale (房屋交易后户口移出). */
export type RelocationInput = {
  /** The former occupants' household (原户). */
  household: HouseholdSeenInput;
  /** The community's public collective household (社区公共集体户). */
  into: HouseholdSeenInput;
  /** The new owner's title, the notice to the former occupants (材料). */
  papers: Array<PaperInput>;
};

/** Which rentals a list holds; every part narrows it. */
export type RentalFilter = {
  /** Of a beat (警务区). */
  beatId?: string | null | undefined;
  /** Of a community (社区). */
  communityId?: string | null | undefined;
  /** Let in a way (出租方式). */
  lettingKind?: LettingKind | null | undefined;
  /** In a state (状态). */
  state?: RentalState | null | undefined;
};

/** Where a rental is in its life. */
export type RentalState =
  /** Let (在租). */
  | 'ACTIVE'
  /** No longer let (已注销). */
  | 'DEREGISTERED'
  /** Registered, nobody in it yet (已登记). */
  | 'REGISTERED'
  /** Empty for now (空置). */
  | 'VACANT';

/** A compensating act (更正登记, REG-09). */
export type RepairInput = {
  /** Which act was wrong: one of head, address, name, item or relations; for others the refusal says what is done instead (原登记). */
  actId: string;
  /** By what that is known (材料). */
  papers?: Array<PaperInput>;
};

/** What an approval is asked for. */
export type RequestRevealApprovalInput = {
  /** The number of the open case file it serves. */
  caseRef: string;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Whose record. */
  personId: string;
  /** For which purpose. */
  purpose: Purpose;
  /** Why the record is strictly needed: 1 to 500 characters. */
  reason: string;
};

/** A request to hand in. */
export type RequestRightInput = {
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** What is asked for (请求类型). */
  kind: RightsKind;
  /** In 1 to 2000 characters: what, and why (请求内容). */
  text: string;
};

/** An account whose password is forgotten. */
export type ResetPasswordInput = {
  /** Which account (账号). */
  accountId: string;
  /** Whether the second factor is lost too and is made anew; by default not. */
  newSecondFactor?: boolean;
};

/** How far it is known who a resident is (身份核对状态). */
export type ResidentStanding =
  /** His record in the register is linked to his account (已核实). */
  | 'LINKED'
  /** He has said it, and the window is to confirm it (待窗口核实). */
  | 'TO_BE_CONFIRMED'
  /** He has not said who he is (未申报). */
  | 'UNKNOWN';

/** R13 Restoration (恢复户口). */
export type RestorationInput = {
  /** The comparison of identity (身份核验). */
  comparison: ComparisonInput;
  /** The judgment, the nationality's papers, the discharge (材料). */
  papers: Array<PaperInput>;
  /** Whose registration (人员). */
  person: PersonSeenInput;
  /** What he is to the head: a code of the code set `relation` (与户主关系). */
  relation: string;
  /** Where to (恢复地). */
  to: DestinationInput;
};

/** An application to give back. */
export type ReturnApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** Every gap, at once (补正事项). */
  gaps: Array<GapInput>;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
};

/** An application to see in clear. */
export type RevealApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** For which purpose (用途, PRV-02). */
  purpose: Purpose;
};

/** An appointment whose visitor is to be seen in clear. */
export type RevealAppointmentInput = {
  /** Which appointment (预约). */
  appointmentId: string;
  /** For which purpose (用途, PRV-02). */
  purpose: Purpose;
};

/** What to reveal, and why. */
export type RevealPersonInput = {
  /** The number of the open case file it serves (案卷号). */
  caseRef: string;
  /** Which values. */
  fields: Array<PersonField>;
  /** Whose record. */
  personId: string;
  /** For which purpose (用途, PRV-02). */
  purpose: Purpose;
};

/** What was seen to when an application was reviewed. */
export type ReviewApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The papers were compared with the form (已核对材料). */
  documentsCompared: boolean;
  /** It was looked whether the person is registered already (已查重, REG-15). */
  duplicatesChecked: boolean;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The identity was compared, where the type asks for it (已比对身份). */
  identityCompared?: boolean | null | undefined;
  /** What is proposed (审核意见). */
  proposal?: string | null | undefined;
};

/** Why what an application led to is undone (撤销事由). */
export type RevocationGround =
  /** The office erred (登记错误). */
  | 'ERROR'
  /** It was obtained by fraud (弄虚作假). */
  | 'FRAUD';

/** A token to be revoked. */
export type RevokeApiTokenInput = {
  /** Which token (接口令牌). */
  tokenId: string;
};

/** An application to be revoked after it was done. */
export type RevokeApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** By which act what followed is undone: a repair of it, or an act that makes it good and concerns one of the same (REG-09). */
  by: ExecutionInput;
  /** The day from which that act holds in law; today, or the form's own day, if not given (生效日期). */
  effectiveOn?: string | null | undefined;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** Why (撤销事由). */
  ground: RevocationGround;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** What was proven, in words, without personal values; numbers in it are masked (撤销理由). */
  reason: string;
  /** The number of the written decision (决定文号). */
  reference?: string | null | undefined;
};

/** What a resident asks for (请求类型, PIPL §45–47). */
export type RightsKind =
  /** A copy of his data (查阅、复制). */
  | 'COPY'
  /** That something wrong be put right (更正、补充). */
  | 'CORRECT'
  /** That something be deleted (删除). */
  | 'DELETE'
  /** That processing be restricted (限制处理). */
  | 'RESTRICT';

/** Why a request is refused (拒绝理由). */
export type RightsRefusal =
  /** The law requires the data to be kept; its processing is restricted instead (依法必须保存, PRV-17). */
  | 'KEPT_BY_LAW'
  /** Another office has the data (不属本单位). */
  | 'NOT_OURS'
  /** It would touch the rights of others (涉及他人权益). */
  | 'OTHERS_RIGHTS'
  /** What is said is not so (理由不成立). */
  | 'UNFOUNDED';

/** Where a request is (办理状态). */
export type RightsState =
  /** Answered (已答复). */
  | 'ANSWERED'
  /** Somebody works on it (办理中). */
  | 'IN_WORK'
  /** Handed in (已收到). */
  | 'RECEIVED'
  /** Refused, with a reason (已拒绝). */
  | 'REFUSED';

/** What a person or a machine is posted as (§1.3 of the domain reference). */
export type Role =
  /** Adviser (平安建设智囊团): no register access of any kind. */
  | 'ADVISER'
  /** Auditor, discipline inspector, data-protection officer (审计): reads the audit trail. */
  | 'AUDITOR'
  /** Audit administrator (审计管理员): keeps and verifies the audit trail (SEC-02). */
  | 'AUDIT_ADMIN'
  /** Auxiliary (辅警): receives papers and files; never reviews, approves or reveals. */
  | 'AUXILIARY'
  /** Building head (楼栋长): reports; no resident search (TEAM-02). */
  | 'BUILDING_HEAD'
  /** Officer of a case team (办案民警): incidents that become cases. */
  | 'CASE_OFFICER'
  /** Community officer (社区民警): keeps the ledger of the beats he is posted to. */
  | 'COMMUNITY_OFFICER'
  /** Court mediator or judge (庭所联动): the referrals of the court desk. */
  | 'COURT_MEDIATOR'
  /** Clerk of another department (联办窗口): the sub-task of a joint application. */
  | 'DEPARTMENT_CLERK'
  /** Command-room dispatcher (指挥室接警员): intake and dispatch, by place. */
  | 'DISPATCHER'
  /** District command and analyst (分局指挥中心): dashboards; a person only with a purpose. */
  | 'DISTRICT_ANALYST'
  /** District approver (分局审批): second and third level approvals. */
  | 'DISTRICT_APPROVER'
  /** Grid worker (网格员): visits and opinions; no resident search (TEAM-02). */
  | 'GRID_WORKER'
  /** Guard or activist (保安员): submits hazards; no resident search (TEAM-02). */
  | 'GUARD'
  /** Machine client of another system (系统对接): by token only, within its scope (PRV-23). */
  | 'INTEGRATOR'
  /** Landlord (房东): own lettings only. */
  | 'LANDLORD'
  /** Patrol brigade (巡逻大队): warnings; no register. */
  | 'PATROL_BRIGADE'
  /** Property manager (物业): accepts work orders; no resident data. */
  | 'PROPERTY_MANAGER'
  /** Registrar at the window (户籍民警): the register of the whole precinct. */
  | 'REGISTRAR'
  /** Resident (居民): own matters only. */
  | 'RESIDENT'
  /** Residents' committee (居委会): selection and people's mediation. */
  | 'RESIDENTS_COMMITTEE'
  /** Security administrator (安全管理员): accounts, sessions and tokens (SEC-02). */
  | 'SECURITY_ADMIN'
  /** Station chief or deputy (所长): approves and assigns. */
  | 'STATION_CHIEF'
  /** System administrator (系统管理员): the precincts and their state (SEC-02). */
  | 'SYSTEM_ADMIN'
  /** Traffic officer stationed with the community (交通民警): no register. */
  | 'TRAFFIC_OFFICER';

/** An application as it is taken down. */
export type SaveDraftInput = {
  /** The kind of act, where the type leads to several (登记行为). */
  actKind?: string | null | undefined;
  /** The applicant's citizen id number (申请人公民身份号码). */
  applicantIdNumber?: string | null | undefined;
  /** What the applicant is to that person (申请人身份). */
  applicantKind: ApplicantKind;
  /** The applicant's name (申请人姓名). */
  applicantName: string;
  /** The applicant's telephone number (申请人电话). */
  applicantPhone?: string | null | undefined;
  /** The draft, or the returned application, to change; a new one without (申请). */
  applicationId?: string | null | undefined;
  /** The circumstances its checklist asks about (情形). */
  circumstances?: Array<string> | null | undefined;
  /** The version seen, where one is changed (REG-19). */
  expectedVersion?: number | null | undefined;
  /** What the act is to be made of: a JSON object, with the fields of the act's form (表单). */
  form?: string | null | undefined;
  /** The household it concerns (户). */
  householdId?: string | null | undefined;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The day by which it is needed (需用日期). */
  neededBy?: string | null | undefined;
  /** What it is needed for (需用事由). */
  neededFor?: string | null | undefined;
  /** A remark (备注). */
  note?: string | null | undefined;
  /** The papers declared, by code (材料). */
  papers?: Array<string> | null | undefined;
  /** And birth date (当事人出生日期). */
  subjectBirthDate?: string | null | undefined;
  /** The person it is about, if registered here (当事人). */
  subjectId?: string | null | undefined;
  /** And citizen id number (当事人公民身份号码). */
  subjectIdNumber?: string | null | undefined;
  /** Otherwise that person's name (当事人姓名). */
  subjectName?: string | null | undefined;
  /** The code of its type (业务事项). */
  typeCode: string;
};

/**
 * An application as a resident takes it down. Whose it is, is not said here: it follows from the account; a child is told by name and
 * birth date, and looked for among one's own alone.
 */
export type SaveMyDraftInput = {
  /** About whom it is (申请对象). */
  about: AboutWhom;
  /** The kind of act, where the type leads to several (登记行为). */
  actKind?: string | null | undefined;
  /** The draft, or the returned application, to change; a new one without (申请). */
  applicationId?: string | null | undefined;
  /** The child's birth date, where it is about one (子女出生日期). */
  childBirthDate?: string | null | undefined;
  /** The child's name, where it is about one (子女姓名). */
  childName?: string | null | undefined;
  /** The circumstances its checklist asks about (情形). */
  circumstances?: Array<string> | null | undefined;
  /** The version seen, where one is changed (REG-19). */
  expectedVersion?: number | null | undefined;
  /** What the act is to be made of: a JSON object of at most 8 KB (表单). */
  form?: string | null | undefined;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** The day by which it is needed (需用日期). */
  neededBy?: string | null | undefined;
  /** What it is needed for (需用事由). */
  neededFor?: string | null | undefined;
  /** A remark (备注). */
  note?: string | null | undefined;
  /** The papers declared, by code (材料). */
  papers?: Array<string> | null | undefined;
  /** The code of its type, among me { matters } (业务事项). */
  typeCode: string;
};

/** How a day is to be open. */
export type SetOpeningExceptionInput = {
  /** The day, today or later (日期). */
  day: string;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why, in 1 to 200 characters (原因). */
  reason: string;
  /** When it is open then: an empty list closes it, and without a list it is again as its weekday says (开放时段). */
  windows?: Array<OpeningWindowInput> | null | undefined;
};

/** When the station is to be open on weekdays. */
export type SetOpeningPatternInput = {
  /** From which day on, today or later (生效日期). */
  from: string;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** On which (星期). */
  weekdays: Array<Weekday>;
  /** When it is open then; never, if there are none (开放时段). */
  windows: Array<OpeningWindowInput>;
};

/** A person's sex (性别, GB/T 2261.1). */
export type Sex =
  /** 2, female. */
  | 'FEMALE'
  /** 1, male. */
  | 'MALE'
  /** 9, not stated. */
  | 'NOT_STATED'
  /** 0, unknown. */
  | 'UNKNOWN';

/** R19 Sex change (性别变更). */
export type SexChangeInput = {
  /** The comparison of identity (身份核验). */
  comparison: ComparisonInput;
  /** The new number (新公民身份号码, IDN-03). */
  idNumber: string;
  /** The hospital's or forensic proof (材料). */
  papers: Array<PaperInput>;
  /** Who (人员). */
  person: PersonSeenInput;
  /** Relations of the household that follow (与户主关系). */
  relations?: Array<StandingInput>;
  /** The sex from now on (性别). */
  sex: Sex;
};

/** R15 Split (分户). */
export type SplitInput = {
  /** The dwelling of the new household (住房). */
  dwellingId: string;
  /** The household that is split (原户). */
  household: HouseholdSeenInput;
  /** Who leaves, with what each is to the new head, who has 02 (分出人员). */
  movers: Array<StandingInput>;
  /** Grounds, and guardians' consent for minors (材料). */
  papers: Array<PaperInput>;
  /** Who heads those who stay, where the head leaves (新户主). */
  succession?: SuccessionInput | null | undefined;
};

/** A member and what he is to the head. */
export type StandingInput = {
  /** Who (人员). */
  personId: string;
  /** The relation that is printed, where it differs from the true one; for adopted children (打印关系, §2.4). */
  printedRelation?: string | null | undefined;
  /** The relation to the head: a code of the code set `relation`; the head has 02 (与户主关系). */
  relation: string;
};

/** Who heads a household whose head leaves, and what everybody else who stays is to him (REG-06). */
export type SuccessionInput = {
  /** Why a minor, or somebody without capacity, is the head: for the chief alone (户主例外事由, REG-04). */
  exception?: string | null | undefined;
  /** The new head (新户主). */
  headId: string;
  /** Everybody else who stays, each exactly once (REG-05). */
  relations: Array<StandingInput>;
};

/** R14 Supplementary registration (补录户口). */
export type SupplementaryInput = {
  /** Who, and as what (补录人员). */
  arrival: ArrivalInput;
  /** The comparison of identity, which must be recorded (身份核验). */
  comparison: ComparisonInput;
  /** The report of the joint investigation (调查报告). */
  papers: Array<PaperInput>;
  /** Where to (登记地). */
  to: DestinationInput;
};

/** An application whose clock is to stand. */
export type SuspendApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why, in words (原因). */
  reason: string;
  /** Why (原因代码). */
  reasonCode: SuspensionReason;
};

/** Why the clock stands (中止原因). */
export type SuspensionReason =
  /** An appraisal (鉴定). */
  | 'APPRAISAL'
  /** An investigation (调查). */
  | 'INVESTIGATION'
  /** Another station has to answer (外所核查). */
  | 'OTHER_STATION';

/** A request to work on. */
export type TakeRightsRequestInput = {
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Which request (请求). */
  rightsRequestId: string;
};

/** Somebody who comes without an appointment. */
export type TakeWalkInInput = {
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** What the visitor comes for (事项). */
  matter: AppointmentMatter;
  /** What else is to be known, in at most 200 characters (备注). */
  note?: string | null | undefined;
  /** In which slot of today; by default the first that is not over and has a place (开始时间). */
  startsAt?: string | null | undefined;
  /** Who came (来访人). */
  visitor: VisitorInput;
};

/** Which moves are listed. */
export type TransferFilter = {
  /** On this side (迁移方). */
  side?: TransferSide | null | undefined;
  /** In this state (状态). */
  state?: TransferState | null | undefined;
  /** Only open ones that nobody has touched for longer than the limit in force (MOV-10). */
  still?: boolean;
};

/** Between whom (迁移类型). */
export type TransferKind =
  /** Two stations of the installation: both sides in one transaction (MOV-02). */
  | 'BETWEEN'
  /** From a station outside. */
  | 'INBOUND'
  /** To a station outside. */
  | 'OUTBOUND';

/** On which side of a move a station is (迁移方). */
export type TransferSide =
  /** It receives (迁入地). */
  | 'DESTINATION'
  /** It gives (迁出地). */
  | 'ORIGIN';

/** Where a move stands (迁移状态), the same at both stations (MOV-11). */
export type TransferState =
  /** Filed at the destination (已申请). */
  | 'APPLIED'
  /** Given up by the applicant (已撤销). */
  | 'CANCELLED'
  /** Somebody died on the way: moved in and dead, both at the destination (途中死亡, R09). */
  | 'DIED_IN_TRANSIT'
  /** Done (已办结). */
  | 'DONE'
  /** The permit ran out before anybody left (准迁证过期, MOV-05). */
  | 'EXPIRED'
  /** Left for a station outside, which has not answered yet: the persons are in no register (已迁出, MOV-03). */
  | 'OUT_RECORDED'
  /** The destination permits it, until a day (已准迁). */
  | 'PERMITTED'
  /** The destination does not permit it (不予准迁). */
  | 'REFUSED';

/** A step of a move. */
export type TransferStepInput = {
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Which move. */
  transferId: string;
};

/** A person for whom staff books, or who came without an appointment (来访人). */
export type VisitorInput = {
  /** The name, 1 to 60 characters (姓名). */
  name: string;
  /** A telephone number at which he or somebody of his is reached (电话). */
  phone?: string | null | undefined;
};

/** A day of the week (星期). */
export type Weekday =
  /** 星期五. */
  | 'FRIDAY'
  /** 星期一. */
  | 'MONDAY'
  /** 星期六. */
  | 'SATURDAY'
  /** 星期日. */
  | 'SUNDAY'
  /** 星期四. */
  | 'THURSDAY'
  /** 星期二. */
  | 'TUESDAY'
  /** 星期三. */
  | 'WEDNESDAY';

/** Who comes: exactly one (迁入人). */
export type WhoInput =
  {   /** Somebody the register does not know (新登记人员). */
  newcomer: NewcomerInput; person?: never; }
  |  { newcomer?: never;   /** Somebody with an entry in this precinct who is registered nowhere (已有档案人员). */
  person: PersonSeenInput; };

/** An application to take back. */
export type WithdrawApplicationInput = {
  /** Which application (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why, if the applicant says (原因). */
  reason?: string | null | undefined;
};

/** One's own application to take back. */
export type WithdrawMyApplicationInput = {
  /** Which of one's own applications (申请). */
  applicationId: string;
  /** The version seen (REG-19). */
  expectedVersion: number;
  /** A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键). */
  idempotencyKey?: string | null | undefined;
  /** Why (原因). */
  reason?: string | null | undefined;
};

export type SlotsFragment = { id: string, openingCalendar: Array<{ day: string, reason: string | null }>, appointmentSlots: Array<{ startsAt: string, endsAt: string, free: number }> };

export type HouseholdByNumberQueryVariables = Exact<{
  number: string;
}>;


export type HouseholdByNumberQuery = { precinct: { id: string, household: { id: string, number: string, version: number, state: HouseholdState, headName: string, addressMasked: string } | null } };

export type MatterRowFragment = { code: string, label: string, labelEn: string, circumstances: Array<string>, papers: Array<{ code: string, label: string, labelEn: string, circumstance: string | null }> };

export type OpenDocumentMutationVariables = Exact<{
  input: OpenDocumentInput;
}>;


export type OpenDocumentMutation = { openDocument: { link: { url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { viewer: { id: string, sessions: Array<{ id: string, terminal: string, address: string, userAgent: string, createdAt: string, lastSeenAt: string, current: boolean }> } };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type StationsQueryVariables = Exact<{ [key: string]: never; }>;


export type StationsQuery = { district: { id: string, precincts: { nodes: Array<{ id: string, shortName: string }> } } };

export type UserErrorFragment = { code: string, field: string | null, message: string };

export type AccountRowFragment = { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> };

export type AccountsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AccountsQuery = { precinct: { id: string, accounts: { nodes: Array<{ id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, sessions: Array<{ id: string, terminal: string, address: string, lastSeenAt: string }>, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type AccountChangeFragment = { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> };

export type CreateAccountMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type CreateAccountMutation = { change: { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type AssignPostingMutationVariables = Exact<{
  input: AssignPostingInput;
}>;


export type AssignPostingMutation = { change: { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type EndPostingMutationVariables = Exact<{
  input: EndPostingInput;
}>;


export type EndPostingMutation = { change: { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CloseAccountMutationVariables = Exact<{
  input: AccountInput;
}>;


export type CloseAccountMutation = { change: { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type UnlockAccountMutationVariables = Exact<{
  input: AccountInput;
}>;


export type UnlockAccountMutation = { change: { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { change: { password: string | null, account: { id: string, login: string, name: string, staffNumber: string | null, state: AccountState, locked: boolean, postings: Array<{ id: string, role: Role, title: string | null, office: AssistOffice | null, validFrom: string, validTo: string | null, beats: Array<{ id: string, name: string }> }> } | null, secondFactor: { secret: string, url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type BeatsQueryVariables = Exact<{ [key: string]: never; }>;


export type BeatsQuery = { precinct: { id: string, beats: Array<{ id: string, name: string }> } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type SubmitApplicationMutationVariables = Exact<{
  input: ApplicationInput;
}>;


export type SubmitApplicationMutation = { submitApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type WithdrawApplicationMutationVariables = Exact<{
  input: WithdrawApplicationInput;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type AcceptApplicationMutationVariables = Exact<{
  input: AcceptApplicationInput;
}>;


export type AcceptApplicationMutation = { acceptApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ReturnApplicationMutationVariables = Exact<{
  input: ReturnApplicationInput;
}>;


export type ReturnApplicationMutation = { returnApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RefuseApplicationMutationVariables = Exact<{
  input: RefuseApplicationInput;
}>;


export type RefuseApplicationMutation = { refuseApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ReviewApplicationMutationVariables = Exact<{
  input: ReviewApplicationInput;
}>;


export type ReviewApplicationMutation = { reviewApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ApproveApplicationMutationVariables = Exact<{
  input: ApproveApplicationInput;
}>;


export type ApproveApplicationMutation = { approveApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RejectApplicationMutationVariables = Exact<{
  input: RejectApplicationInput;
}>;


export type RejectApplicationMutation = { rejectApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ExecuteApplicationMutationVariables = Exact<{
  input: ExecuteApplicationInput;
}>;


export type ExecuteApplicationMutation = { executeApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RevokeApplicationMutationVariables = Exact<{
  input: RevokeApplicationInput;
}>;


export type RevokeApplicationMutation = { revokeApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type HandleOnTheSpotMutationVariables = Exact<{
  input: HandleOnTheSpotInput;
}>;


export type HandleOnTheSpotMutation = { handleOnTheSpot: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ReceivePaperMutationVariables = Exact<{
  input: ReceivePaperInput;
}>;


export type ReceivePaperMutation = { receivePaper: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ResumeApplicationMutationVariables = Exact<{
  input: ApplicationInput;
}>;


export type ResumeApplicationMutation = { resumeApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type SuspendApplicationMutationVariables = Exact<{
  input: SuspendApplicationInput;
}>;


export type SuspendApplicationMutation = { suspendApplication: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type AddAssistTaskMutationVariables = Exact<{
  input: AddAssistTaskInput;
}>;


export type AddAssistTaskMutation = { addAssistTask: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CompleteAssistTaskMutationVariables = Exact<{
  input: CompleteAssistTaskInput;
}>;


export type CompleteAssistTaskMutation = { completeAssistTask: { application: { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ApplicationRowFragment = { id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } };

export type ApplicationsQueryVariables = Exact<{
  precinct?: string | null | undefined;
  filter?: ApplicationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApplicationsQuery = { precinct: { id: string, applications: { nodes: Array<{ id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { code: string, label: string, labelEn: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type MattersQueryVariables = Exact<{ [key: string]: never; }>;


export type MattersQuery = { matters: Array<{ code: string, label: string, labelEn: string, circumstances: Array<string>, papers: Array<{ code: string, label: string, labelEn: string, circumstance: string | null }> }> };

export type WorklistQueryVariables = Exact<{
  precinct?: string | null | undefined;
}>;


export type WorklistQuery = { precinct: { id: string, worklist: { mine: number, atRisk: number, overdue: number, DRAFT: number, SUBMITTED: number, ACCEPTED: number, REVIEWED: number, APPROVED: number, RETURNED: number, SUSPENDED: number } } };

export type ApplicationDetailQueryVariables = Exact<{
  precinct?: string | null | undefined;
  id: string;
}>;


export type ApplicationDetailQuery = { precinct: { id: string, application: { actId: string | null, revokingActId: string | null, channel: ApplicationChannel, actKind: string, applicantKind: ApplicantKind, applicantIdNumber: string | null, applicantPhone: string | null, subjectId: string | null, subjectIdNumber: string | null, householdId: string | null, circumstances: Array<string>, neededBy: string | null, neededFor: string | null, note: string | null, madeBy: string, submittedAt: string | null, returnedUntil: string | null, reason: string | null, redirectTo: string | null, id: string, number: string | null, state: ApplicationState, priority: ApplicationPriority, version: number, due: string | null, isOverdue: boolean, remainingWorkingDays: number | null, subjectName: string | null, applicantName: string, nextLevel: ApprovalLevel | null, matter: { level: ApprovalLevel, onTheSpot: boolean, secondOfficerRequired: boolean, identityComparisonRequired: boolean, code: string, label: string, labelEn: string }, checklist: Array<{ code: string, label: string, labelEn: string, isRequired: boolean, state: PaperState | null }>, papers: Array<{ code: string, state: PaperState, source: PaperSource, documentId: string | null, receivedAt: string | null, receivedBy: string | null, checkedBy: string | null }>, events: Array<{ id: string, step: ApplicationStep, toState: ApplicationState, by: string, role: string, at: string, level: ApprovalLevel | null, reason: string | null, reference: string | null, isFault: boolean, gaps: Array<{ code: string, note: string | null }> }>, assistTasks: Array<{ id: string, office: AssistOffice, paperCode: string | null, state: AssistState, due: string, request: string, answer: string | null, askedAt: string, answeredAt: string | null, answeredBy: string | null, version: number }> } | null } };

export type RevealApplicationMutationVariables = Exact<{
  input: RevealApplicationInput;
}>;


export type RevealApplicationMutation = { revealApplication: { revealed: { form: string, applicantName: string, applicantIdNumber: string | null, applicantPhone: string | null, subjectName: string | null, subjectIdNumber: string | null } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RecordedActsQueryVariables = Exact<{
  precinct?: string | null | undefined;
  kind?: string | null | undefined;
}>;


export type RecordedActsQuery = { precinct: { id: string, acts: { nodes: Array<{ id: string, number: string, effectiveOn: string, officer: string, summary: string }> } } };

export type SeenQueryVariables = Exact<{
  precinct?: string | null | undefined;
  person: string;
  household: string;
  purpose: Purpose;
  withPerson: boolean;
  withHousehold: boolean;
}>;


export type SeenQuery = { precinct: { id: string, person?: { id: string, version: number } | null, household?: { id: string, version: number } | null } };

export type DocumentsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type DocumentsQuery = { nodes: Array<
    | { __typename: 'Address' }
    | { __typename: 'Application' }
    | { __typename: 'Appointment' }
    | { __typename: 'Beat' }
    | { __typename: 'CaseFile' }
    | { __typename: 'Certificate' }
    | { __typename: 'Community' }
    | { __typename: 'Document', id: string, state: DocumentState, mediaType: string | null }
    | { __typename: 'Dwelling' }
    | { __typename: 'Household' }
    | { __typename: 'Precinct' }
    | { __typename: 'Rental' }
    | { __typename: 'ResidencePermit' }
    | { __typename: 'ResidentConfirmation' }
    | { __typename: 'RevealApproval' }
    | { __typename: 'RightsRequest' }
    | { __typename: 'Stay' }
   | null> };

export type BookAppointmentMutationVariables = Exact<{
  input: BookAppointmentInput;
}>;


export type BookAppointmentMutation = { bookAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type TakeWalkInMutationVariables = Exact<{
  input: TakeWalkInInput;
}>;


export type TakeWalkInMutation = { takeWalkIn: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CheckInAppointmentMutationVariables = Exact<{
  input: AppointmentInput;
}>;


export type CheckInAppointmentMutation = { checkInAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ServeAppointmentMutationVariables = Exact<{
  input: AppointmentInput;
}>;


export type ServeAppointmentMutation = { serveAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type MissAppointmentMutationVariables = Exact<{
  input: AppointmentInput;
}>;


export type MissAppointmentMutation = { missAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CancelAppointmentMutationVariables = Exact<{
  input: CancelAppointmentInput;
}>;


export type CancelAppointmentMutation = { cancelAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RevealAppointmentMutationVariables = Exact<{
  input: RevealAppointmentInput;
}>;


export type RevealAppointmentMutation = { revealAppointment: { revealed: { name: string | null, phone: string | null } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type SetOpeningPatternMutationVariables = Exact<{
  input: SetOpeningPatternInput;
}>;


export type SetOpeningPatternMutation = { setOpeningPattern: { unfit: number | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type SetOpeningExceptionMutationVariables = Exact<{
  input: SetOpeningExceptionInput;
}>;


export type SetOpeningExceptionMutation = { setOpeningException: { unfit: number | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type AppointmentRowFragment = { id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number };

export type AppointmentsQueryVariables = Exact<{
  filter?: AppointmentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AppointmentsQuery = { precinct: { id: string, appointments: { nodes: Array<{ id: string, number: string, day: string, startsAt: string, endsAt: string, kind: AppointmentKind, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, reason: string | null, byResident: boolean, visitorName: string | null, visitorPhone: string | null, madeBy: string | null, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type OpeningDayRowFragment = { day: string, basis: OpeningBasis, reason: string | null, windows: Array<{ opens: string, closes: string, slotMinutes: number, capacity: number, walkIns: number }> };

export type WindowRowFragment = { opens: string, closes: string, slotMinutes: number, capacity: number, walkIns: number };

export type OpeningCalendarQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type OpeningCalendarQuery = { precinct: { id: string, openingCalendar: Array<{ day: string, basis: OpeningBasis, reason: string | null, windows: Array<{ opens: string, closes: string, slotMinutes: number, capacity: number, walkIns: number }> }> } };

export type OpeningPatternQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type OpeningPatternQuery = { precinct: { id: string, openingPattern: Array<{ weekday: Weekday, validFrom: string, validTo: string | null, windows: Array<{ opens: string, closes: string, slotMinutes: number, capacity: number, walkIns: number }> }> } };

export type StationSlotsQueryVariables = Exact<{ [key: string]: never; }>;


export type StationSlotsQuery = { precinct: { id: string, openingCalendar: Array<{ day: string, reason: string | null }>, appointmentSlots: Array<{ startsAt: string, endsAt: string, free: number }> } };

export type ApprovalRowFragment = { id: string, purpose: Purpose, reason: string, requestedBy: string, requestedAt: string, state: ApprovalState, decidedBy: string | null, decidedAt: string | null, expiresAt: string | null, person: { id: string, name: string }, caseFile: { id: string, number: string, title: string } };

export type RevealApprovalsQueryVariables = Exact<{
  state?: ApprovalState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RevealApprovalsQuery = { precinct: { id: string, revealApprovals: { nodes: Array<{ id: string, purpose: Purpose, reason: string, requestedBy: string, requestedAt: string, state: ApprovalState, decidedBy: string | null, decidedAt: string | null, expiresAt: string | null, person: { id: string, name: string }, caseFile: { id: string, number: string, title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type DecideRevealApprovalMutationVariables = Exact<{
  input: DecideRevealApprovalInput;
}>;


export type DecideRevealApprovalMutation = { decideRevealApproval: { approval: { id: string, purpose: Purpose, reason: string, requestedBy: string, requestedAt: string, state: ApprovalState, decidedBy: string | null, decidedAt: string | null, expiresAt: string | null, person: { id: string, name: string }, caseFile: { id: string, number: string, title: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type AuditRowFragment = { seq: number, at: string, accountName: string, role: string, terminal: string, requestId: string, function: string, domain: string, objectId: string | null, condition: string | null, result: AuditResult, rowCount: number, purpose: string | null, caseRef: string | null, hash: string };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { precinct: { id: string, auditTrail: { nodes: Array<{ seq: number, at: string, accountName: string, role: string, terminal: string, requestId: string, function: string, domain: string, objectId: string | null, condition: string | null, result: AuditResult, rowCount: number, purpose: string | null, caseRef: string | null, hash: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type AuditVerdictQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditVerdictQuery = { precinct: { id: string, auditVerdict: { entries: number, intact: boolean, brokenAt: number | null } } };

export type WhoSawQueryVariables = Exact<{
  personId: string;
}>;


export type WhoSawQuery = { precinct: { id: string, whoSaw: Array<{ accountName: string, day: string }> } };

export type CaseFileRowFragment = { id: string, number: string, kind: CaseFileKind, title: string, state: CaseFileState, openedBy: string, openedAt: string, closedAt: string | null, version: number };

export type CaseFilesQueryVariables = Exact<{
  state?: CaseFileState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CaseFilesQuery = { precinct: { id: string, caseFiles: { nodes: Array<{ id: string, number: string, kind: CaseFileKind, title: string, state: CaseFileState, openedBy: string, openedAt: string, closedAt: string | null, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type OpenCaseFileMutationVariables = Exact<{
  input: OpenCaseFileInput;
}>;


export type OpenCaseFileMutation = { openCaseFile: { caseFile: { id: string, number: string, kind: CaseFileKind, title: string, state: CaseFileState, openedBy: string, openedAt: string, closedAt: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CloseCaseFileMutationVariables = Exact<{
  input: CloseCaseFileInput;
}>;


export type CloseCaseFileMutation = { closeCaseFile: { caseFile: { id: string, number: string, kind: CaseFileKind, title: string, state: CaseFileState, openedBy: string, openedAt: string, closedAt: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type DistrictOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictOverviewQuery = { district: { id: string, code: string, name: string, overview: { asOf: string | null, households: number, dwellings: number, registeredPopulation: number, actualPopulation: number, activeRentals: number, communities: number, byCategory: Array<{ category: PopulationCategory, count: number }> }, precincts: { nodes: Array<{ id: string, code: string, name: string, shortName: string, state: PrecinctState, overview: { households: number, actualPopulation: number, registeredPopulation: number, activeRentals: number, communities: number } }>, pageInfo: { hasNextPage: boolean } } } };

export type HouseholdRowFragment = { id: string, number: string, kind: HouseholdKind, state: HouseholdState, addressMasked: string, headName: string, memberCount: number, establishedOn: string, community: { id: string, name: string }, beat: { id: string, name: string } | null };

export type HouseholdsQueryVariables = Exact<{
  filter?: HouseholdFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type HouseholdsQuery = { precinct: { id: string, households: { nodes: Array<{ id: string, number: string, kind: HouseholdKind, state: HouseholdState, addressMasked: string, headName: string, memberCount: number, establishedOn: string, community: { id: string, name: string }, beat: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type HouseholdCountQueryVariables = Exact<{
  filter?: HouseholdFilter | null | undefined;
}>;


export type HouseholdCountQuery = { precinct: { id: string, households: { totalCount: number } } };

export type PlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacesQuery = { precinct: { id: string, beats: Array<{ id: string, name: string }>, communities: Array<{ id: string, name: string, beat: { id: string } | null }> } };

export type BuildingsQueryVariables = Exact<{
  communityId?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type BuildingsQuery = { precinct: { id: string, buildings: { nodes: Array<{ id: string, fullName: string }> } } };

export type MemberFragment = { id: string, isHead: boolean, reason: string, relationCode: string, effectiveFrom: string, effectiveTo: string | null, recordedAt: string, supersededAt: string | null, relation: { label: string, labelEn: string }, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory }, act: { id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, kindCode: { label: string, labelEn: string } } };

export type HistoryActFragment = { id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, kindCode: { label: string, labelEn: string } };

export type HouseholdQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
  acts: boolean;
}>;


export type HouseholdQuery = { reasons: { values: Array<{ code: string, label: string, labelEn: string }> }, precinct: { id: string, household: { closedOn: string | null, version: number, updatedAt: string, id: string, number: string, kind: HouseholdKind, state: HouseholdState, addressMasked: string, headName: string, memberCount: number, establishedOn: string, members: Array<{ id: string, isHead: boolean, reason: string, relationCode: string, effectiveFrom: string, effectiveTo: string | null, recordedAt: string, supersededAt: string | null, relation: { label: string, labelEn: string }, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory }, act: { id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, kindCode: { label: string, labelEn: string } } }>, history: Array<{ id: string, isHead: boolean, reason: string, relationCode: string, effectiveFrom: string, effectiveTo: string | null, recordedAt: string, supersededAt: string | null, relation: { label: string, labelEn: string }, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory }, act: { id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, kindCode: { label: string, labelEn: string } } }>, addressHistory: Array<{ address: string, effectiveFrom: string, effectiveTo: string | null, recordedAt: string, act: { id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, kindCode: { label: string, labelEn: string } } }>, acts?: Array<{ id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, repairs: { number: string } | null, papers: Array<{ kind: PaperKind, issuedOn: string | null }>, subjects: Array<{ role: ActRole, person: { id: string, name: string } | null, household: { id: string, number: string } | null }>, kindCode: { label: string, labelEn: string } }>, community: { id: string, name: string }, beat: { id: string, name: string } | null } | null } };

export type PrepareMyPaperMutationVariables = Exact<{
  input: PrepareMyPaperInput;
}>;


export type PrepareMyPaperMutation = { prepareMyPaper: { upload: { id: string, version: number } | null, link: { url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CompleteMyPaperMutationVariables = Exact<{
  input: CompleteMyPaperInput;
}>;


export type CompleteMyPaperMutation = { completeMyPaper: { upload: { id: string, state: DocumentState } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type OpenMyPaperMutationVariables = Exact<{
  input: OpenMyPaperInput;
}>;


export type OpenMyPaperMutation = { openMyPaper: { link: { url: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type MyMattersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyMattersQuery = { me: { matters: Array<{ onlineFor: Array<AboutWhom>, code: string, label: string, labelEn: string, circumstances: Array<string>, limit: { value: number, unit: LimitUnit } | null, papers: Array<{ code: string, label: string, labelEn: string, circumstance: string | null }> }> } };

export type MyApplicationRowFragment = { id: string, trackingNumber: string | null, state: ApplicationState, version: number, about: AboutWhom, subjectName: string | null, due: string | null, isOverdue: boolean, returnedUntil: string | null, updatedAt: string, matter: { code: string, label: string, labelEn: string } };

export type MyApplicationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyApplicationsQuery = { me: { applications: { nodes: Array<{ id: string, trackingNumber: string | null, state: ApplicationState, version: number, about: AboutWhom, subjectName: string | null, due: string | null, isOverdue: boolean, returnedUntil: string | null, updatedAt: string, matter: { code: string, label: string, labelEn: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type MyApplicationDetailQueryVariables = Exact<{ [key: string]: never; }>;


export type MyApplicationDetailQuery = { me: { applications: { nodes: Array<{ reason: string | null, redirectTo: string | null, neededBy: string | null, neededFor: string | null, note: string | null, id: string, trackingNumber: string | null, state: ApplicationState, version: number, about: AboutWhom, subjectName: string | null, due: string | null, isOverdue: boolean, returnedUntil: string | null, updatedAt: string, gaps: Array<{ code: string, note: string | null }>, steps: Array<{ step: ApplicationStep, toState: ApplicationState, at: string, reason: string | null }>, checklist: Array<{ code: string, label: string, labelEn: string, isRequired: boolean, state: PaperState | null }>, papers: Array<{ code: string, state: PaperState, upload: { id: string, state: DocumentState, version: number, mediaType: string | null, createdAt: string } | null }>, acknowledgement: { trackingNumber: string, receivedAt: string } | null, matter: { code: string, label: string, labelEn: string } }> } } };

export type MyWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWordsQuery = { me: { applications: { nodes: Array<{ id: string, version: number, about: AboutWhom, note: string | null, neededBy: string | null, neededFor: string | null, matter: { code: string }, words: { childName: string | null, childBirthDate: string | null, circumstances: Array<string>, form: string } }> } } };

export type SaveMyDraftMutationVariables = Exact<{
  input: SaveMyDraftInput;
}>;


export type SaveMyDraftMutation = { saveMyDraft: { application: { id: string, trackingNumber: string | null, state: ApplicationState, version: number, about: AboutWhom, subjectName: string | null, due: string | null, isOverdue: boolean, returnedUntil: string | null, updatedAt: string, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type SubmitMyApplicationMutationVariables = Exact<{
  input: MyApplicationInput;
}>;


export type SubmitMyApplicationMutation = { submitMyApplication: { application: { id: string, trackingNumber: string | null, state: ApplicationState, version: number, about: AboutWhom, subjectName: string | null, due: string | null, isOverdue: boolean, returnedUntil: string | null, updatedAt: string, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type WithdrawMyApplicationMutationVariables = Exact<{
  input: WithdrawMyApplicationInput;
}>;


export type WithdrawMyApplicationMutation = { withdrawMyApplication: { application: { id: string, trackingNumber: string | null, state: ApplicationState, version: number, about: AboutWhom, subjectName: string | null, due: string | null, isOverdue: boolean, returnedUntil: string | null, updatedAt: string, matter: { code: string, label: string, labelEn: string } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type MyAppointmentFragment = { id: string, number: string, day: string, startsAt: string, endsAt: string, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, version: number };

export type MyAppointmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAppointmentsQuery = { me: { precinct: { id: string, name: string, addressText: string | null }, appointments: { nodes: Array<{ id: string, number: string, day: string, startsAt: string, endsAt: string, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, version: number }> } } };

export type MySlotsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySlotsQuery = { me: { precinct: { id: string, openingCalendar: Array<{ day: string, reason: string | null }>, appointmentSlots: Array<{ startsAt: string, endsAt: string, free: number }> } } };

export type BookMyAppointmentMutationVariables = Exact<{
  input: BookAppointmentInput;
}>;


export type BookMyAppointmentMutation = { bookAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CancelMyAppointmentMutationVariables = Exact<{
  input: CancelAppointmentInput;
}>;


export type CancelMyAppointmentMutation = { cancelAppointment: { appointment: { id: string, number: string, day: string, startsAt: string, endsAt: string, state: AppointmentState, fits: boolean, matter: AppointmentMatter, note: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { phone: string, standing: ResidentStanding, noticeAcceptedAt: string, precinct: { id: string, name: string, phone: string | null, addressText: string | null }, person: { name: string } | null } };

export type BindMyselfMutationVariables = Exact<{
  input: BindMyselfInput;
}>;


export type BindMyselfMutation = { bindMyself: { standing: ResidentStanding | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { relations: { values: Array<{ code: string, label: string, labelEn: string }> }, reasons: { values: Array<{ code: string, label: string, labelEn: string }> }, me: { person: { name: string, idNumber: string | null, phone: string | null, address: string | null, householdNumber: string | null, relation: string | null, formerNames: Array<{ name: string, effectiveFrom: string, effectiveTo: string | null }>, memberships: Array<{ householdNumber: string, relation: string, reason: string, effectiveFrom: string, effectiveTo: string | null }>, others: Array<{ name: string, relation: string }> } | null } };

export type WhoSawMeQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoSawMeQuery = { me: { whoSawMe: Array<{ day: string, purpose: Purpose | null }> } };

export type MyNoticeQueryVariables = Exact<{ [key: string]: never; }>;


export type MyNoticeQuery = { me: { noticeAcceptedAt: string, notice: { version: number, textZh: string, textEn: string, validFrom: string } } };

export type MyRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRequestsQuery = { me: { rightsRequests: { nodes: Array<{ id: string, number: string, kind: RightsKind, state: RightsState, text: string, receivedAt: string, dueOn: string, overdue: boolean, answer: string | null, answeredAt: string | null, reason: RightsRefusal | null }> } } };

export type RequestRightMutationVariables = Exact<{
  input: RequestRightInput;
}>;


export type RequestRightMutation = { requestRight: { rightsRequest: { id: string, number: string, dueOn: string } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type OfficeTaskRowFragment = { id: string, number: string | null, applicantName: string, office: AssistOffice, request: string, paperCode: string | null, state: AssistState, due: string, askedAt: string, answer: string | null, answeredAt: string | null, version: number, matter: { code: string, label: string, labelEn: string, papers: Array<{ code: string, label: string, labelEn: string }> } };

export type OfficeTasksQueryVariables = Exact<{
  state?: AssistState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OfficeTasksQuery = { precinct: { id: string, officeTasks: { nodes: Array<{ id: string, number: string | null, applicantName: string, office: AssistOffice, request: string, paperCode: string | null, state: AssistState, due: string, askedAt: string, answer: string | null, answeredAt: string | null, version: number, matter: { code: string, label: string, labelEn: string, papers: Array<{ code: string, label: string, labelEn: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type AnswerOfficeTaskMutationVariables = Exact<{
  input: AnswerOfficeTaskInput;
}>;


export type AnswerOfficeTaskMutation = { answerOfficeTask: { officeTask: { id: string, number: string | null, applicantName: string, office: AssistOffice, request: string, paperCode: string | null, state: AssistState, due: string, askedAt: string, answer: string | null, answeredAt: string | null, version: number, matter: { code: string, label: string, labelEn: string, papers: Array<{ code: string, label: string, labelEn: string }> } } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type OverviewFiguresFragment = { asOf: string | null, households: number, dwellings: number, registeredPopulation: number, actualPopulation: number, activeRentals: number, communities: number, byCategory: Array<{ category: PopulationCategory, count: number }> };

export type CommunityFiguresFragment = { id: string, name: string, divisionCode: string, committee: string | null, overview: { households: number, actualPopulation: number, registeredPopulation: number, activeRentals: number } };

export type OverviewQueryVariables = Exact<{
  beatId: string;
  wholePrecinct: boolean;
}>;


export type OverviewQuery = { precinct: { id: string, name: string, beats: Array<{ id: string, name: string }>, overview?: { asOf: string | null, households: number, dwellings: number, registeredPopulation: number, actualPopulation: number, activeRentals: number, communities: number, byCategory: Array<{ category: PopulationCategory, count: number }> }, communities?: Array<{ id: string, name: string, divisionCode: string, committee: string | null, overview: { households: number, actualPopulation: number, registeredPopulation: number, activeRentals: number } }>, beat?: { id: string, name: string, officers: Array<{ name: string, role: Role, since: string }>, overview: { asOf: string | null, households: number, dwellings: number, registeredPopulation: number, actualPopulation: number, activeRentals: number, communities: number, byCategory: Array<{ category: PopulationCategory, count: number }> }, communities: Array<{ id: string, name: string, divisionCode: string, committee: string | null, overview: { households: number, actualPopulation: number, registeredPopulation: number, activeRentals: number } }> } | null } };

export type FoundFragment = { truncated: boolean, matches: Array<{ matchedBy: MatchKind, precinct: { id: string, name: string, shortName: string }, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, phone: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory, household: { id: string, number: string } | null } }> };

export type PersonSearchQueryVariables = Exact<{
  input: PersonSearchInput;
  purpose: Purpose;
}>;


export type PersonSearchQuery = { precinct: { id: string, personSearch: { truncated: boolean, matches: Array<{ matchedBy: MatchKind, precinct: { id: string, name: string, shortName: string }, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, phone: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory, household: { id: string, number: string } | null } }> } } };

export type DistrictPersonSearchQueryVariables = Exact<{
  input: PersonSearchInput;
  purpose: Purpose;
  caseRef: string;
}>;


export type DistrictPersonSearchQuery = { district: { id: string, personSearch: { truncated: boolean, matches: Array<{ matchedBy: MatchKind, precinct: { id: string, name: string, shortName: string }, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, phone: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory, household: { id: string, number: string } | null } }> } } };

export type QuotaQueryVariables = Exact<{ [key: string]: never; }>;


export type QuotaQuery = { viewer: { id: string, personsShownToday: number, personsPerDay: number } };

export type PersonQueryVariables = Exact<{
  id: string;
  purpose: Purpose;
}>;


export type PersonQuery = { precinct: { id: string, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null, phone: string | null, isMinor: boolean, deceased: boolean, category: PopulationCategory, registeredPlace: string | null, residence: string | null, formerNames: Array<string>, household: { id: string, number: string, addressMasked: string } | null, membership: { id: string, isHead: boolean, relationCode: string, relation: { label: string, labelEn: string } } | null, memberships: Array<{ id: string, isHead: boolean, reason: string, relationCode: string, effectiveFrom: string, effectiveTo: string | null, recordedAt: string, supersededAt: string | null, relation: { label: string, labelEn: string }, household: { id: string, number: string }, act: { id: string, number: string, officer: string, summary: string } }> } | null } };

export type RevealPersonMutationVariables = Exact<{
  input: RevealPersonInput;
}>;


export type RevealPersonMutation = { revealPerson: { revealed: { name: string | null, idNumber: string | null, phone: string | null, birthDate: string | null, address: string | null } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RequestRevealApprovalMutationVariables = Exact<{
  input: RequestRevealApprovalInput;
}>;


export type RequestRevealApprovalMutation = { requestRevealApproval: { approval: { id: string, state: ApprovalState } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RentalRowFragment = { id: string, number: string, state: RentalState, lettingKind: LettingKind, landlordKind: LandlordKind, landlordName: string, landlordPhone: string | null, leaseFrom: string | null, leaseTo: string | null, lastCheckedOn: string | null, dwelling: { id: string, label: string, building: { id: string, fullName: string } } };

export type RentalsQueryVariables = Exact<{
  filter?: RentalFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RentalsQuery = { precinct: { id: string, rentals: { nodes: Array<{ id: string, number: string, state: RentalState, lettingKind: LettingKind, landlordKind: LandlordKind, landlordName: string, landlordPhone: string | null, leaseFrom: string | null, leaseTo: string | null, lastCheckedOn: string | null, dwelling: { id: string, label: string, building: { id: string, fullName: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type RentalTenantsQueryVariables = Exact<{
  id: string;
}>;


export type RentalTenantsQuery = { precinct: { id: string, rental: { id: string, number: string, state: RentalState, lettingKind: LettingKind, landlordKind: LandlordKind, landlordName: string, landlordPhone: string | null, leaseFrom: string | null, leaseTo: string | null, lastCheckedOn: string | null, tenants: Array<{ stayFrom: string, stayTo: string | null, person: { id: string, name: string, sex: Sex, birth: string, idNumber: string | null } }>, dwelling: { id: string, label: string, building: { id: string, fullName: string } } } | null } };

export type ResidentConfirmationRowFragment = { id: string, name: string, idNumber: string, phone: string, state: ConfirmationState, method: BindingMethod | null, personId: string | null, requestedAt: string, decidedBy: string | null, decidedAt: string | null, version: number };

export type ResidentConfirmationsQueryVariables = Exact<{
  state?: ConfirmationState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ResidentConfirmationsQuery = { precinct: { id: string, residentConfirmations: { nodes: Array<{ id: string, name: string, idNumber: string, phone: string, state: ConfirmationState, method: BindingMethod | null, personId: string | null, requestedAt: string, decidedBy: string | null, decidedAt: string | null, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type ConfirmResidentMutationVariables = Exact<{
  input: ConfirmResidentInput;
}>;


export type ConfirmResidentMutation = { confirmResident: { residentConfirmation: { id: string, name: string, idNumber: string, phone: string, state: ConfirmationState, method: BindingMethod | null, personId: string | null, requestedAt: string, decidedBy: string | null, decidedAt: string | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RightsRequestRowFragment = { id: string, number: string, kind: RightsKind, state: RightsState, text: string, personId: string | null, receivedAt: string, dueOn: string, overdue: boolean, handledBy: string | null, answer: string | null, answeredAt: string | null, reason: RightsRefusal | null, version: number };

export type RightsRequestsQueryVariables = Exact<{
  state?: RightsState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RightsRequestsQuery = { precinct: { id: string, rightsRequests: { nodes: Array<{ id: string, number: string, kind: RightsKind, state: RightsState, text: string, personId: string | null, receivedAt: string, dueOn: string, overdue: boolean, handledBy: string | null, answer: string | null, answeredAt: string | null, reason: RightsRefusal | null, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type TakeRightsRequestMutationVariables = Exact<{
  input: TakeRightsRequestInput;
}>;


export type TakeRightsRequestMutation = { takeRightsRequest: { rightsRequest: { id: string, number: string, kind: RightsKind, state: RightsState, text: string, personId: string | null, receivedAt: string, dueOn: string, overdue: boolean, handledBy: string | null, answer: string | null, answeredAt: string | null, reason: RightsRefusal | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type AnswerRightsRequestMutationVariables = Exact<{
  input: AnswerRightsRequestInput;
}>;


export type AnswerRightsRequestMutation = { answerRightsRequest: { rightsRequest: { id: string, number: string, kind: RightsKind, state: RightsState, text: string, personId: string | null, receivedAt: string, dueOn: string, overdue: boolean, handledBy: string | null, answer: string | null, answeredAt: string | null, reason: RightsRefusal | null, version: number } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type TokenRowFragment = { id: string, name: string, domains: Array<Domain>, purpose: Purpose, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, precincts: Array<{ id: string, shortName: string }> };

export type ApiTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiTokensQuery = { precinct: { id: string, apiTokens: Array<{ id: string, name: string, domains: Array<Domain>, purpose: Purpose, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, precincts: Array<{ id: string, shortName: string }> }> } };

export type MachinesQueryVariables = Exact<{ [key: string]: never; }>;


export type MachinesQuery = { precinct: { id: string, accounts: { nodes: Array<{ id: string, login: string, name: string, state: AccountState, postings: Array<{ id: string, role: Role, validTo: string | null }> }> } } };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { secret: string | null, apiToken: { id: string, name: string, domains: Array<Domain>, purpose: Purpose, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, precincts: Array<{ id: string, shortName: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { apiToken: { id: string, name: string, domains: Array<Domain>, purpose: Purpose, createdAt: string, expiresAt: string, revokedAt: string | null, lastUsedAt: string | null, precincts: Array<{ id: string, shortName: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type PermitTransferMutationVariables = Exact<{
  input: TransferStepInput;
}>;


export type PermitTransferMutation = { permitTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type HandOverTransferMutationVariables = Exact<{
  input: HandOverTransferInput;
}>;


export type HandOverTransferMutation = { handOverTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ReceiveTransferMutationVariables = Exact<{
  input: ReceiveTransferInput;
}>;


export type ReceiveTransferMutation = { receiveTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type ConfirmArrivalMutationVariables = Exact<{
  input: TransferStepInput;
}>;


export type ConfirmArrivalMutation = { confirmArrival: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type DeclineTransferMutationVariables = Exact<{
  input: EndTransferInput;
}>;


export type DeclineTransferMutation = { declineTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type RefuseTransferMutationVariables = Exact<{
  input: EndTransferInput;
}>;


export type RefuseTransferMutation = { refuseTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type CancelTransferMutationVariables = Exact<{
  input: EndTransferInput;
}>;


export type CancelTransferMutation = { cancelTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type DwellingsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type DwellingsQuery = { precinct: { id: string, dwellings: { nodes: Array<{ id: string, label: string }> } } };

export type RelationsQueryVariables = Exact<{ [key: string]: never; }>;


export type RelationsQuery = { codeSet: { values: Array<{ code: string, label: string, labelEn: string }> } };

export type ApplyForTransferMutationVariables = Exact<{
  input: ApplyForTransferInput;
}>;


export type ApplyForTransferMutation = { applyForTransfer: { transfer: { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> } | null, userErrors: Array<{ code: string, field: string | null, message: string }> } };

export type TransferRowFragment = { id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> };

export type TransfersQueryVariables = Exact<{
  filter?: TransferFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TransfersQuery = { precinct: { id: string, transfers: { nodes: Array<{ id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type TransferDetailQueryVariables = Exact<{
  id: string;
}>;


export type TransferDetailQuery = { relations: { values: Array<{ code: string, label: string, labelEn: string }> }, precinct: { id: string, transfer: { ground: MoveReason, permitNumber: string | null, permittedBy: string | null, certificateNumber: string | null, certificateUntil: string | null, appliedBy: string, reason: string | null, updatedAt: string, id: string, number: string, side: TransferSide, kind: TransferKind, state: TransferState, otherStation: string | null, outsidePlace: string | null, permitUntil: string | null, appliedAt: string, version: number, persons: Array<{ name: string, idNumber: string | null, personId: string | null, relationCode: string }>, household: { id: string, number: string, headName: string, addressMasked: string, members: Array<{ id: string, isHead: boolean, relationCode: string, relation: { label: string, labelEn: string }, person: { id: string, name: string } }> } | null, act: { id: string, number: string, kind: string, effectiveOn: string, recordedAt: string, officer: string, role: string, summary: string, kindCode: { label: string, labelEn: string } } | null } | null } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, login: string, role: Role, readsDistrict: boolean, precinct: { id: string, name: string, shortName: string }, beats: Array<{ id: string, name: string }>, permissions: Array<{ domain: Domain, actions: Array<Action> }> } };

export const SlotsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Slots"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Precinct"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openingCalendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointmentSlots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}}]} as unknown as DocumentNode<SlotsFragment, unknown>;
export const MatterRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MatterRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Matter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"circumstances"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"circumstance"}}]}}]}}]} as unknown as DocumentNode<MatterRowFragment, unknown>;
export const AccountRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AccountRowFragment, unknown>;
export const UserErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<UserErrorFragment, unknown>;
export const AccountChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<AccountChangeFragment, unknown>;
export const ApplicationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]} as unknown as DocumentNode<ApplicationRowFragment, unknown>;
export const AppointmentRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<AppointmentRowFragment, unknown>;
export const WindowRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WindowRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpeningWindow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}},{"kind":"Field","name":{"kind":"Name","value":"slotMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"walkIns"}}]}}]} as unknown as DocumentNode<WindowRowFragment, unknown>;
export const OpeningDayRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpeningDayRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpeningDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"windows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WindowRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WindowRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpeningWindow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}},{"kind":"Field","name":{"kind":"Name","value":"slotMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"walkIns"}}]}}]} as unknown as DocumentNode<OpeningDayRowFragment, unknown>;
export const ApprovalRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApprovalRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevealApproval"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caseFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<ApprovalRowFragment, unknown>;
export const AuditRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"terminal"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"function"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"objectId"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"caseRef"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]} as unknown as DocumentNode<AuditRowFragment, unknown>;
export const CaseFileRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFileRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<CaseFileRowFragment, unknown>;
export const HouseholdRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"addressMasked"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"community"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<HouseholdRowFragment, unknown>;
export const HistoryActFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryAct"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Act"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode<HistoryActFragment, unknown>;
export const MemberFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Membership"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"relationCode"}},{"kind":"Field","name":{"kind":"Name","value":"relation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"supersededAt"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"isMinor"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"category"}}]}},{"kind":"Field","name":{"kind":"Name","value":"act"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryAct"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryAct"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Act"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode<MemberFragment, unknown>;
export const MyApplicationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]} as unknown as DocumentNode<MyApplicationRowFragment, unknown>;
export const MyAppointmentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyAppointment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<MyAppointmentFragment, unknown>;
export const OfficeTaskRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeTaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfficeTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"request"}},{"kind":"Field","name":{"kind":"Name","value":"paperCode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]}}]} as unknown as DocumentNode<OfficeTaskRowFragment, unknown>;
export const OverviewFiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OverviewFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Overview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"households"}},{"kind":"Field","name":{"kind":"Name","value":"dwellings"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"actualPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"activeRentals"}},{"kind":"Field","name":{"kind":"Name","value":"communities"}},{"kind":"Field","name":{"kind":"Name","value":"byCategory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<OverviewFiguresFragment, unknown>;
export const CommunityFiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Community"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"committee"}},{"kind":"Field","name":{"kind":"Name","value":"overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"households"}},{"kind":"Field","name":{"kind":"Name","value":"actualPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"activeRentals"}}]}}]}}]} as unknown as DocumentNode<CommunityFiguresFragment, unknown>;
export const FoundFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonSearchResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"matches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"isMinor"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FoundFragment, unknown>;
export const RentalRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RentalRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Rental"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lettingKind"}},{"kind":"Field","name":{"kind":"Name","value":"landlordKind"}},{"kind":"Field","name":{"kind":"Name","value":"landlordName"}},{"kind":"Field","name":{"kind":"Name","value":"landlordPhone"}},{"kind":"Field","name":{"kind":"Name","value":"leaseFrom"}},{"kind":"Field","name":{"kind":"Name","value":"leaseTo"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dwelling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]} as unknown as DocumentNode<RentalRowFragment, unknown>;
export const ResidentConfirmationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResidentConfirmationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResidentConfirmation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ResidentConfirmationRowFragment, unknown>;
export const RightsRequestRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RightsRequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RightsRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"handledBy"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<RightsRequestRowFragment, unknown>;
export const TokenRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"precincts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<TokenRowFragment, unknown>;
export const TransferRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<TransferRowFragment, unknown>;
export const HouseholdByNumberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HouseholdByNumber"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"addressMasked"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdByNumberQuery, HouseholdByNumberQueryVariables>;
export const OpenDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenDocumentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<OpenDocumentMutation, OpenDocumentMutationVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"terminal"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"userAgent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const EndSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<EndSessionMutation, EndSessionMutationVariables>;
export const StationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Stations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"precincts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StationsQuery, StationsQueryVariables>;
export const AccountsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Accounts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"terminal"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AccountsQuery, AccountsQueryVariables>;
export const CreateAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"createAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]} as unknown as DocumentNode<CreateAccountMutation, CreateAccountMutationVariables>;
export const AssignPostingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignPosting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssignPostingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"assignPosting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]} as unknown as DocumentNode<AssignPostingMutation, AssignPostingMutationVariables>;
export const EndPostingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndPosting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndPostingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"endPosting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]} as unknown as DocumentNode<EndPostingMutation, EndPostingMutationVariables>;
export const CloseAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"closeAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]} as unknown as DocumentNode<CloseAccountMutation, CloseAccountMutationVariables>;
export const UnlockAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlockAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"unlockAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]} as unknown as DocumentNode<UnlockAccountMutation, UnlockAccountMutationVariables>;
export const ResetPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"change"},"name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountChange"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Account"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"staffNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AccountChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccountPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AccountRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"password"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const BeatsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<BeatsQuery, BeatsQueryVariables>;
export const SaveDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SaveDraftMutation, SaveDraftMutationVariables>;
export const SubmitApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const WithdrawApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<WithdrawApplicationMutation, WithdrawApplicationMutationVariables>;
export const AcceptApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<AcceptApplicationMutation, AcceptApplicationMutationVariables>;
export const ReturnApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReturnApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ReturnApplicationMutation, ReturnApplicationMutationVariables>;
export const RefuseApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefuseApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refuseApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RefuseApplicationMutation, RefuseApplicationMutationVariables>;
export const ReviewApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ReviewApplicationMutation, ReviewApplicationMutationVariables>;
export const ApproveApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApproveApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ApproveApplicationMutation, ApproveApplicationMutationVariables>;
export const RejectApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RejectApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RejectApplicationMutation, RejectApplicationMutationVariables>;
export const ExecuteApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExecuteApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExecuteApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"executeApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ExecuteApplicationMutation, ExecuteApplicationMutationVariables>;
export const RevokeApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RevokeApplicationMutation, RevokeApplicationMutationVariables>;
export const HandleOnTheSpotDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandleOnTheSpot"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandleOnTheSpotInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handleOnTheSpot"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<HandleOnTheSpotMutation, HandleOnTheSpotMutationVariables>;
export const ReceivePaperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceivePaper"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceivePaperInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receivePaper"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ReceivePaperMutation, ReceivePaperMutationVariables>;
export const ResumeApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ResumeApplicationMutation, ResumeApplicationMutationVariables>;
export const SuspendApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SuspendApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SuspendApplicationMutation, SuspendApplicationMutationVariables>;
export const AddAssistTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddAssistTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddAssistTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addAssistTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<AddAssistTaskMutation, AddAssistTaskMutationVariables>;
export const CompleteAssistTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteAssistTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteAssistTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeAssistTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CompleteAssistTaskMutation, CompleteAssistTaskMutationVariables>;
export const ApplicationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Applications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplicationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]} as unknown as DocumentNode<ApplicationsQuery, ApplicationsQueryVariables>;
export const MattersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Matters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MatterRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MatterRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Matter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"circumstances"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"circumstance"}}]}}]}}]} as unknown as DocumentNode<MattersQuery, MattersQueryVariables>;
export const WorklistDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Worklist"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"worklist"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mine"}},{"kind":"Field","name":{"kind":"Name","value":"atRisk"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","alias":{"kind":"Name","value":"DRAFT"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"DRAFT"}}]},{"kind":"Field","alias":{"kind":"Name","value":"SUBMITTED"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"SUBMITTED"}}]},{"kind":"Field","alias":{"kind":"Name","value":"ACCEPTED"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"ACCEPTED"}}]},{"kind":"Field","alias":{"kind":"Name","value":"REVIEWED"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"REVIEWED"}}]},{"kind":"Field","alias":{"kind":"Name","value":"APPROVED"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"APPROVED"}}]},{"kind":"Field","alias":{"kind":"Name","value":"RETURNED"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"RETURNED"}}]},{"kind":"Field","alias":{"kind":"Name","value":"SUSPENDED"},"name":{"kind":"Name","value":"count"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"SUSPENDED"}}]}]}}]}}]}}]} as unknown as DocumentNode<WorklistQuery, WorklistQueryVariables>;
export const ApplicationDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApplicationDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"application"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationRow"}},{"kind":"Field","name":{"kind":"Name","value":"actId"}},{"kind":"Field","name":{"kind":"Name","value":"revokingActId"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"actKind"}},{"kind":"Field","name":{"kind":"Name","value":"applicantKind"}},{"kind":"Field","name":{"kind":"Name","value":"applicantIdNumber"}},{"kind":"Field","name":{"kind":"Name","value":"applicantPhone"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"subjectIdNumber"}},{"kind":"Field","name":{"kind":"Name","value":"householdId"}},{"kind":"Field","name":{"kind":"Name","value":"circumstances"}},{"kind":"Field","name":{"kind":"Name","value":"neededBy"}},{"kind":"Field","name":{"kind":"Name","value":"neededFor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"redirectTo"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"onTheSpot"}},{"kind":"Field","name":{"kind":"Name","value":"secondOfficerRequired"}},{"kind":"Field","name":{"kind":"Name","value":"identityComparisonRequired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checklist"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"receivedBy"}},{"kind":"Field","name":{"kind":"Name","value":"checkedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"isFault"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assistTasks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"paperCode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"request"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"answeredBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"remainingWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"nextLevel"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]} as unknown as DocumentNode<ApplicationDetailQuery, ApplicationDetailQueryVariables>;
export const RevealApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevealApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevealApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"applicantIdNumber"}},{"kind":"Field","name":{"kind":"Name","value":"applicantPhone"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"subjectIdNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RevealApplicationMutation, RevealApplicationMutationVariables>;
export const RecordedActsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordedActs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordedActsQuery, RecordedActsQueryVariables>;
export const SeenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Seen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"person"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"household"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Purpose"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withPerson"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"withHousehold"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"precinct"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"person"}}},{"kind":"Argument","name":{"kind":"Name","value":"purpose"},"value":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withPerson"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"household"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"household"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"withHousehold"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<SeenQuery, SeenQueryVariables>;
export const DocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Documents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}}]}}]}}]}}]} as unknown as DocumentNode<DocumentsQuery, DocumentsQueryVariables>;
export const BookAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<BookAppointmentMutation, BookAppointmentMutationVariables>;
export const TakeWalkInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeWalkIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TakeWalkInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takeWalkIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<TakeWalkInMutation, TakeWalkInMutationVariables>;
export const CheckInAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckInAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkInAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CheckInAppointmentMutation, CheckInAppointmentMutationVariables>;
export const ServeAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ServeAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serveAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ServeAppointmentMutation, ServeAppointmentMutationVariables>;
export const MissAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MissAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<MissAppointmentMutation, MissAppointmentMutationVariables>;
export const CancelAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CancelAppointmentMutation, CancelAppointmentMutationVariables>;
export const RevealAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevealAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevealAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RevealAppointmentMutation, RevealAppointmentMutationVariables>;
export const SetOpeningPatternDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOpeningPattern"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOpeningPatternInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOpeningPattern"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unfit"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SetOpeningPatternMutation, SetOpeningPatternMutationVariables>;
export const SetOpeningExceptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetOpeningException"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetOpeningExceptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setOpeningException"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unfit"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SetOpeningExceptionMutation, SetOpeningExceptionMutationVariables>;
export const AppointmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Appointments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AppointmentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppointmentRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppointmentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"byResident"}},{"kind":"Field","name":{"kind":"Name","value":"visitorName"}},{"kind":"Field","name":{"kind":"Name","value":"visitorPhone"}},{"kind":"Field","name":{"kind":"Name","value":"madeBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<AppointmentsQuery, AppointmentsQueryVariables>;
export const OpeningCalendarDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpeningCalendar"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openingCalendar"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OpeningDayRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WindowRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpeningWindow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}},{"kind":"Field","name":{"kind":"Name","value":"slotMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"walkIns"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpeningDayRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpeningDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"windows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WindowRow"}}]}}]}}]} as unknown as DocumentNode<OpeningCalendarQuery, OpeningCalendarQueryVariables>;
export const OpeningPatternDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpeningPattern"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openingPattern"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"windows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WindowRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WindowRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OpeningWindow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}},{"kind":"Field","name":{"kind":"Name","value":"slotMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"capacity"}},{"kind":"Field","name":{"kind":"Name","value":"walkIns"}}]}}]} as unknown as DocumentNode<OpeningPatternQuery, OpeningPatternQueryVariables>;
export const StationSlotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StationSlots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Slots"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Slots"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Precinct"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openingCalendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointmentSlots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}}]} as unknown as DocumentNode<StationSlotsQuery, StationSlotsQueryVariables>;
export const RevealApprovalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevealApprovals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ApprovalState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revealApprovals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApprovalRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApprovalRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevealApproval"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caseFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<RevealApprovalsQuery, RevealApprovalsQueryVariables>;
export const DecideRevealApprovalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideRevealApproval"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideRevealApprovalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideRevealApproval"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApprovalRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApprovalRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevealApproval"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caseFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<DecideRevealApprovalMutation, DecideRevealApprovalMutationVariables>;
export const AuditTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuditRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuditRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"terminal"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"function"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"objectId"}},{"kind":"Field","name":{"kind":"Name","value":"condition"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"rowCount"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"caseRef"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const AuditVerdictDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditVerdict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"auditVerdict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"intact"}},{"kind":"Field","name":{"kind":"Name","value":"brokenAt"}}]}}]}}]}}]} as unknown as DocumentNode<AuditVerdictQuery, AuditVerdictQueryVariables>;
export const WhoSawDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoSaw"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"whoSaw"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountName"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}}]}}]}}]} as unknown as DocumentNode<WhoSawQuery, WhoSawQueryVariables>;
export const CaseFilesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseFiles"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFileState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"caseFiles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFileRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFileRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<CaseFilesQuery, CaseFilesQueryVariables>;
export const OpenCaseFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenCaseFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenCaseFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openCaseFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFileRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFileRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<OpenCaseFileMutation, OpenCaseFileMutationVariables>;
export const CloseCaseFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseCaseFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CloseCaseFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeCaseFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseFileRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseFileRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CloseCaseFileMutation, CloseCaseFileMutationVariables>;
export const DistrictOverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DistrictOverview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OverviewFigures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"precincts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"households"}},{"kind":"Field","name":{"kind":"Name","value":"actualPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"activeRentals"}},{"kind":"Field","name":{"kind":"Name","value":"communities"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OverviewFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Overview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"households"}},{"kind":"Field","name":{"kind":"Name","value":"dwellings"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"actualPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"activeRentals"}},{"kind":"Field","name":{"kind":"Name","value":"communities"}},{"kind":"Field","name":{"kind":"Name","value":"byCategory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]} as unknown as DocumentNode<DistrictOverviewQuery, DistrictOverviewQueryVariables>;
export const HouseholdsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Households"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"HouseholdFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"households"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"addressMasked"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"community"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<HouseholdsQuery, HouseholdsQueryVariables>;
export const HouseholdCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HouseholdCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"HouseholdFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"households"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdCountQuery, HouseholdCountQueryVariables>;
export const PlacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"communities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"beat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlacesQuery, PlacesQueryVariables>;
export const BuildingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Buildings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"communityId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"buildings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"communityId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"communityId"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BuildingsQuery, BuildingsQueryVariables>;
export const HouseholdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Household"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"acts"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"reasons"},"name":{"kind":"Name","value":"codeSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"membership_reason","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdRow"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Member"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Member"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addressHistory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"act"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryAct"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"acts"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"acts"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryAct"}},{"kind":"Field","name":{"kind":"Name","value":"repairs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryAct"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Act"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"addressMasked"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"memberCount"}},{"kind":"Field","name":{"kind":"Name","value":"establishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"community"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beat"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Membership"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"relationCode"}},{"kind":"Field","name":{"kind":"Name","value":"relation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"supersededAt"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"isMinor"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"category"}}]}},{"kind":"Field","name":{"kind":"Name","value":"act"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryAct"}}]}}]}}]} as unknown as DocumentNode<HouseholdQuery, HouseholdQueryVariables>;
export const PrepareMyPaperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PrepareMyPaper"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PrepareMyPaperInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepareMyPaper"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<PrepareMyPaperMutation, PrepareMyPaperMutationVariables>;
export const CompleteMyPaperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteMyPaper"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteMyPaperInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeMyPaper"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CompleteMyPaperMutation, CompleteMyPaperMutationVariables>;
export const OpenMyPaperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenMyPaper"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenMyPaperInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openMyPaper"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<OpenMyPaperMutation, OpenMyPaperMutationVariables>;
export const MyMattersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyMatters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MatterRow"}},{"kind":"Field","name":{"kind":"Name","value":"onlineFor"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MatterRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Matter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"circumstances"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"circumstance"}}]}}]}}]} as unknown as DocumentNode<MyMattersQuery, MyMattersQueryVariables>;
export const MyApplicationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyApplications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]} as unknown as DocumentNode<MyApplicationsQuery, MyApplicationsQueryVariables>;
export const MyApplicationDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyApplicationDetail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyApplicationRow"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"redirectTo"}},{"kind":"Field","name":{"kind":"Name","value":"neededBy"}},{"kind":"Field","name":{"kind":"Name","value":"neededFor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"gaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checklist"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"isRequired"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]} as unknown as DocumentNode<MyApplicationDetailQuery, MyApplicationDetailQueryVariables>;
export const MyWordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyWords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"neededBy"}},{"kind":"Field","name":{"kind":"Name","value":"neededFor"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"words"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"childName"}},{"kind":"Field","name":{"kind":"Name","value":"childBirthDate"}},{"kind":"Field","name":{"kind":"Name","value":"circumstances"}},{"kind":"Field","name":{"kind":"Name","value":"form"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyWordsQuery, MyWordsQueryVariables>;
export const SaveMyDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveMyDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveMyDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveMyDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SaveMyDraftMutation, SaveMyDraftMutationVariables>;
export const SubmitMyApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitMyApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitMyApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<SubmitMyApplicationMutation, SubmitMyApplicationMutationVariables>;
export const WithdrawMyApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawMyApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawMyApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawMyApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyApplicationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyApplicationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"trackingNumber"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"subjectName"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"returnedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<WithdrawMyApplicationMutation, WithdrawMyApplicationMutationVariables>;
export const MyAppointmentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyAppointments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"addressText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyAppointment"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyAppointment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<MyAppointmentsQuery, MyAppointmentsQueryVariables>;
export const MySlotsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MySlots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Slots"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Slots"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Precinct"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"openingCalendar"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointmentSlots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"free"}}]}}]}}]} as unknown as DocumentNode<MySlotsQuery, MySlotsQueryVariables>;
export const BookMyAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookMyAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyAppointment"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyAppointment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<BookMyAppointmentMutation, BookMyAppointmentMutationVariables>;
export const CancelMyAppointmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelMyAppointment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelAppointmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelAppointment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MyAppointment"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyAppointment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Appointment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"matter"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CancelMyAppointmentMutation, CancelMyAppointmentMutationVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"standing"}},{"kind":"Field","name":{"kind":"Name","value":"noticeAcceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"addressText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const BindMyselfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BindMyself"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BindMyselfInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bindMyself"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<BindMyselfMutation, BindMyselfMutationVariables>;
export const MyDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"relations"},"name":{"kind":"Name","value":"codeSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"relation","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"reasons"},"name":{"kind":"Name","value":"codeSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"membership_reason","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"householdNumber"}},{"kind":"Field","name":{"kind":"Name","value":"relation"}},{"kind":"Field","name":{"kind":"Name","value":"formerNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"householdNumber"}},{"kind":"Field","name":{"kind":"Name","value":"relation"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"others"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"relation"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyDataQuery, MyDataQueryVariables>;
export const WhoSawMeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoSawMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whoSawMe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}}]}}]}}]} as unknown as DocumentNode<WhoSawMeQuery, WhoSawMeQueryVariables>;
export const MyNoticeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyNotice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noticeAcceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"notice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"textZh"}},{"kind":"Field","name":{"kind":"Name","value":"textEn"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}}]}}]}}]} as unknown as DocumentNode<MyNoticeQuery, MyNoticeQueryVariables>;
export const MyRequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyRequests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rightsRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyRequestsQuery, MyRequestsQueryVariables>;
export const RequestRightDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestRight"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestRightInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestRight"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rightsRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RequestRightMutation, RequestRightMutationVariables>;
export const OfficeTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfficeTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AssistState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"officeTasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeTaskRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeTaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfficeTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"request"}},{"kind":"Field","name":{"kind":"Name","value":"paperCode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]}}]} as unknown as DocumentNode<OfficeTasksQuery, OfficeTasksQueryVariables>;
export const AnswerOfficeTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerOfficeTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerOfficeTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerOfficeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"officeTask"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OfficeTaskRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OfficeTaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OfficeTask"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"applicantName"}},{"kind":"Field","name":{"kind":"Name","value":"office"}},{"kind":"Field","name":{"kind":"Name","value":"request"}},{"kind":"Field","name":{"kind":"Name","value":"paperCode"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"askedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"matter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}},{"kind":"Field","name":{"kind":"Name","value":"papers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<AnswerOfficeTaskMutation, AnswerOfficeTaskMutationVariables>;
export const OverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Overview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"beatId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"wholePrecinct"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overview"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"wholePrecinct"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OverviewFigures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"communities"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"wholePrecinct"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommunityFigures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beat"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"beatId"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"skip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"wholePrecinct"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"officers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OverviewFigures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"communities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommunityFigures"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OverviewFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Overview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"households"}},{"kind":"Field","name":{"kind":"Name","value":"dwellings"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"actualPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"activeRentals"}},{"kind":"Field","name":{"kind":"Name","value":"communities"}},{"kind":"Field","name":{"kind":"Name","value":"byCategory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommunityFigures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Community"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"committee"}},{"kind":"Field","name":{"kind":"Name","value":"overview"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"households"}},{"kind":"Field","name":{"kind":"Name","value":"actualPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPopulation"}},{"kind":"Field","name":{"kind":"Name","value":"activeRentals"}}]}}]}}]} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
export const PersonSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonSearchInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Purpose"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"personSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"purpose"},"value":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Found"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonSearchResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"matches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"isMinor"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonSearchQuery, PersonSearchQueryVariables>;
export const DistrictPersonSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DistrictPersonSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PersonSearchInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Purpose"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"caseRef"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"personSearch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"purpose"},"value":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}}},{"kind":"Argument","name":{"kind":"Name","value":"caseRef"},"value":{"kind":"Variable","name":{"kind":"Name","value":"caseRef"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Found"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Found"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PersonSearchResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"matches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"isMinor"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DistrictPersonSearchQuery, DistrictPersonSearchQueryVariables>;
export const QuotaDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Quota"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"personsShownToday"}},{"kind":"Field","name":{"kind":"Name","value":"personsPerDay"}}]}}]}}]} as unknown as DocumentNode<QuotaQuery, QuotaQueryVariables>;
export const PersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Person"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Purpose"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"purpose"},"value":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"isMinor"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"registeredPlace"}},{"kind":"Field","name":{"kind":"Name","value":"residence"}},{"kind":"Field","name":{"kind":"Name","value":"formerNames"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"addressMasked"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"relationCode"}},{"kind":"Field","name":{"kind":"Name","value":"relation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"relationCode"}},{"kind":"Field","name":{"kind":"Name","value":"relation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"supersededAt"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"act"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonQuery, PersonQueryVariables>;
export const RevealPersonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevealPerson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevealPersonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealPerson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revealed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RevealPersonMutation, RevealPersonMutationVariables>;
export const RequestRevealApprovalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestRevealApproval"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestRevealApprovalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestRevealApproval"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RequestRevealApprovalMutation, RequestRevealApprovalMutationVariables>;
export const RentalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rentals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RentalFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rentals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RentalRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RentalRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Rental"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lettingKind"}},{"kind":"Field","name":{"kind":"Name","value":"landlordKind"}},{"kind":"Field","name":{"kind":"Name","value":"landlordName"}},{"kind":"Field","name":{"kind":"Name","value":"landlordPhone"}},{"kind":"Field","name":{"kind":"Name","value":"leaseFrom"}},{"kind":"Field","name":{"kind":"Name","value":"leaseTo"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dwelling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]} as unknown as DocumentNode<RentalsQuery, RentalsQueryVariables>;
export const RentalTenantsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RentalTenants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rental"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RentalRow"}},{"kind":"Field","name":{"kind":"Name","value":"tenants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stayFrom"}},{"kind":"Field","name":{"kind":"Name","value":"stayTo"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birth"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RentalRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Rental"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lettingKind"}},{"kind":"Field","name":{"kind":"Name","value":"landlordKind"}},{"kind":"Field","name":{"kind":"Name","value":"landlordName"}},{"kind":"Field","name":{"kind":"Name","value":"landlordPhone"}},{"kind":"Field","name":{"kind":"Name","value":"leaseFrom"}},{"kind":"Field","name":{"kind":"Name","value":"leaseTo"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dwelling"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"building"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]} as unknown as DocumentNode<RentalTenantsQuery, RentalTenantsQueryVariables>;
export const ResidentConfirmationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ResidentConfirmations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmationState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"residentConfirmations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResidentConfirmationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResidentConfirmationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResidentConfirmation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ResidentConfirmationsQuery, ResidentConfirmationsQueryVariables>;
export const ConfirmResidentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmResident"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmResidentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmResident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"residentConfirmation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResidentConfirmationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResidentConfirmationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResidentConfirmation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ConfirmResidentMutation, ConfirmResidentMutationVariables>;
export const RightsRequestsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RightsRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RightsState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rightsRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RightsRequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RightsRequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RightsRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"handledBy"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<RightsRequestsQuery, RightsRequestsQueryVariables>;
export const TakeRightsRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeRightsRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TakeRightsRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takeRightsRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rightsRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RightsRequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RightsRequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RightsRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"handledBy"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<TakeRightsRequestMutation, TakeRightsRequestMutationVariables>;
export const AnswerRightsRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerRightsRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerRightsRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerRightsRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rightsRequest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RightsRequestRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RightsRequestRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RightsRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"handledBy"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<AnswerRightsRequestMutation, AnswerRightsRequestMutationVariables>;
export const ApiTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apiTokens"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"precincts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<ApiTokensQuery, ApiTokensQueryVariables>;
export const MachinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Machines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"postings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MachinesQuery, MachinesQueryVariables>;
export const CreateApiTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"precincts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RevokeApiTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"domains"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"precincts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const PermitTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PermitTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferStepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permitTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<PermitTransferMutation, PermitTransferMutationVariables>;
export const HandOverTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandOverTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HandOverTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handOverTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<HandOverTransferMutation, HandOverTransferMutationVariables>;
export const ReceiveTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReceiveTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReceiveTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receiveTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ReceiveTransferMutation, ReceiveTransferMutationVariables>;
export const ConfirmArrivalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmArrival"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferStepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmArrival"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ConfirmArrivalMutation, ConfirmArrivalMutationVariables>;
export const DeclineTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclineTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declineTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<DeclineTransferMutation, DeclineTransferMutationVariables>;
export const RefuseTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refuseTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<RefuseTransferMutation, RefuseTransferMutationVariables>;
export const CancelTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<CancelTransferMutation, CancelTransferMutationVariables>;
export const DwellingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Dwellings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dwellings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DwellingsQuery, DwellingsQueryVariables>;
export const RelationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Relations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codeSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"relation","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}}]}}]} as unknown as DocumentNode<RelationsQuery, RelationsQueryVariables>;
export const ApplyForTransferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyForTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplyForTransferInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyForTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]} as unknown as DocumentNode<ApplyForTransferMutation, ApplyForTransferMutationVariables>;
export const TransfersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transfers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transfers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<TransfersQuery, TransfersQueryVariables>;
export const TransferDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TransferDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"relations"},"name":{"kind":"Name","value":"codeSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"relation","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"permitNumber"}},{"kind":"Field","name":{"kind":"Name","value":"permittedBy"}},{"kind":"Field","name":{"kind":"Name","value":"certificateNumber"}},{"kind":"Field","name":{"kind":"Name","value":"certificateUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"idNumber"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"relationCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"addressMasked"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isHead"}},{"kind":"Field","name":{"kind":"Name","value":"relationCode"}},{"kind":"Field","name":{"kind":"Name","value":"relation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"act"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HistoryAct"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"otherStation"}},{"kind":"Field","name":{"kind":"Name","value":"outsidePlace"}},{"kind":"Field","name":{"kind":"Name","value":"permitUntil"}},{"kind":"Field","name":{"kind":"Name","value":"appliedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"persons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HistoryAct"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Act"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"labelEn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]} as unknown as DocumentNode<TransferDetailQuery, TransferDetailQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"readsDistrict"}},{"kind":"Field","name":{"kind":"Name","value":"precinct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"beats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;