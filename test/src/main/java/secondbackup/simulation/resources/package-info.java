/// The resource types of CloudFormation, one in a file: how the properties of a template become calls of the simulated
/// services, each with the rights that AWS asks of whoever deploys.
///
/// 1. When a type can call an operation that a service has registered, it shall, so that the service's own rules answer.
/// 2. When a service does not model a property that AWS has, the type shall name it as recorded.
///
/// Source of all properties, attributes and what replaces a resource: AWS CloudFormation Template Reference, the page
/// of each type, and the schemas of the CloudFormation registry as cfn-lint 1.51 carries them, read 2026-11-27.
@NullMarked
package secondbackup.simulation.resources;

import org.jspecify.annotations.NullMarked;
