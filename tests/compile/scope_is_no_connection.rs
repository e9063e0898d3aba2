//! A query that names no precinct cannot be run on a scope.
use sea_orm::EntityTrait;
use tenants::scope::{Precinct, Scope};

mod toy {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "household")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

async fn everything(scope: &Scope<Precinct>) {
    let _ = toy::Entity::find().all(scope).await;
}

fn main() {}
