//! The forms by which the register changes, one a kind of act (§2.8).

use super::engine::{Order, Performed};
use super::register::{Register, Wanted};
use crate::error::Result;
use crate::roles::Action;
use crate::scope::Work;

/// A filled form that can be performed.
pub(crate) trait Perform: Sync {
    /// The act's kind: a code of the set `act_kind`.
    fn kind(&self) -> &'static str;

    /// What the role table must grant to perform it at the counter: to approve, where §2.8 wants more than the window.
    fn action(&self) -> Action {
        Action::Manage
    }

    /// Which households and persons are read and locked, and in which versions they were seen.
    fn wanted(&self, work: &Work) -> impl Future<Output = Result<Wanted>> + Send;

    /// Checks and changes; answers what the act's record says, without personal values.
    fn change(&self, register: &mut Register<'_>) -> impl Future<Output = Result<String>> + Send;

    /// Performs it inside a caller's work, which commits it with an audit entry of its own. Who may is the caller's to ask; everything
    /// else is checked as in [`Scope::perform`](crate::scope::Scope::perform).
    fn perform(&self, work: &Work, order: &Order) -> impl Future<Output = Result<Performed>> + Send {
        async move {
            let mut register = Register::open(work, self.kind(), &self.wanted(work).await?).await?;
            register.order(order)?;
            let summary = self.change(&mut register).await?;
            register.close(summary).await
        }
    }
}

macro_rules! forms {
    ($($(#[doc = $doc:literal])+ $name:ident($form:ty),)+) => {
        /// A filled form: what is to be done to the register.
        #[derive(Clone, Debug)]
        pub enum Form { $($(#[doc = $doc])+ $name($form),)+ }

        $(impl From<$form> for Form {
            fn from(form: $form) -> Self {
                Self::$name(form)
            }
        })+

        // One form's steps are boxed: inlined, the steps of all forms would lie on one stack.
        impl Perform for Form {
            fn kind(&self) -> &'static str {
                match self { $(Self::$name(form) => form.kind(),)+ }
            }

            fn action(&self) -> Action {
                match self { $(Self::$name(form) => form.action(),)+ }
            }

            async fn wanted(&self, work: &Work) -> Result<Wanted> {
                match self { $(Self::$name(form) => Box::pin(form.wanted(work)).await,)+ }
            }

            async fn change(&self, register: &mut Register<'_>) -> Result<String> {
                match self { $(Self::$name(form) => Box::pin(form.change(register)).await,)+ }
            }
        }
    };
}

forms! {
    /// R01 Birth (出生登记).
    Birth(super::Birth),
    /// R02 Birth and death before registration (出生后死亡登记).
    BirthAndDeath(super::BirthAndDeath),
    /// R03 Adoption (收养登记).
    Adoption(super::Adoption),
    /// R04 Move-in from outside (迁入登记).
    MoveIn(super::MoveIn),
    /// R05 Move-out to outside (迁出登记).
    MoveOut(super::MoveOut),
    /// R07 A whole household changes its address within the precinct (辖区内户址变动).
    HouseholdAddress(super::HouseholdAddressChange),
    /// R07 A person changes to another household of the precinct (辖区内移居).
    PersonAddress(super::PersonAddressChange),
    /// R08 Death (死亡注销).
    Death(super::Death),
    /// R10, R11, R12 Cancellation (注销).
    Cancellation(super::Cancellation),
    /// R13 Restoration (恢复户口).
    Restoration(super::Restoration),
    /// R14 Supplementary registration (补录户口).
    Supplementary(super::Supplementary),
    /// R15 Split (分户).
    Split(super::Split),
    /// R16 Merge (并户).
    Merge(super::Merge),
    /// R17 Change of head (户主变更).
    HeadChange(super::HeadChange),
    /// R18 Name change (姓名变更).
    NameChange(super::NameChange),
    /// R19 Sex change (性别变更).
    SexChange(super::SexChange),
    /// R20 Correction of birth date or number (出生日期或公民身份号码更正).
    Correction(super::Correction),
    /// R21 Change of another item (其他项目变更).
    Item(super::ItemChange),
    /// R21 Correction of relations to the head (与户主关系更正).
    Relations(super::RelationCorrection),
    /// R22 A collective household opened (集体户设立).
    CollectiveOpening(super::CollectiveOpening),
    /// R22 A collective household closed (集体户撤销).
    CollectiveClosing(super::CollectiveClosing),
    /// R23 Relocation after a sale (房屋交易后户口移出).
    Relocation(super::Relocation),
    /// A compensating act, of the kind of the one it repairs (更正登记, REG-09).
    Repair(super::Repair),
}
