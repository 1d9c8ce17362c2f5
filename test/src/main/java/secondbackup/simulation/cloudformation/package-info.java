/// AWS CloudFormation: templates, stacks, StackSets and drift, as `cdk synth` writes templates and AWS deploys them.
/// It knows no resource type but its own; [secondbackup.simulation.resources] brings the others.
///
/// 1. When a template says what is not understood here (a section, an intrinsic function, a resource type, a property,
///    an attribute), it shall be refused whole before anything is made, each problem by stack, resource and property.
/// 2. When a resource is made, changed or deleted, it shall be in the name of whoever deploys, with that principal's
///    rights and under its service control policies.
/// 3. When a resource cannot be made, the stack shall go back to where it was, keeping what the template says is kept.
/// 4. When somebody changes a resource behind CloudFormation's back, drift detection shall say so, and no update that
///    does not touch the resource's template shall repair it.
/// 5. A stack is deployed in one moment of simulated time. What AWS waits for (an air-gapped vault that becomes
///    available) is not waited for; StackSets reach accounts that come later after a while.
@NullMarked
package secondbackup.simulation.cloudformation;

import org.jspecify.annotations.NullMarked;
