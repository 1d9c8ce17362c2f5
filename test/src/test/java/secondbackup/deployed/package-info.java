/// The synthesized stacks, deployed into the simulated organization: that they deploy, that what they deploy works, woken
/// by nothing but its own schedules and rules, and that it does not work when a right is missing.
@org.jspecify.annotations.NullMarked
package secondbackup.deployed;
