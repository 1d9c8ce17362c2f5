/// What CloudFormation does with templates: functions, stacks, roll-backs, drift, StackSets.
@org.jspecify.annotations.NullMarked
package secondbackup.simulation.cloudformation;
