//! The role table, committed so that a change of policy is a change somebody reads (SEC-02, SEC-03).

#[test]
fn the_table_of_roles_is_the_committed_one() {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("roles", tenants::roles::table());
    });
}
