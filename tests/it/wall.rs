//! The wall: the mistakes that must not compile.

#[test]
fn prv_13_what_would_leave_the_precinct_does_not_compile() {
    trybuild::TestCases::new().compile_fail("compile/*.rs");
}
