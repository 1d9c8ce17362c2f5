/// The organization: its accounts, units, policies and Regions; the APIs of AWS Organizations and AWS Account Management.
@NullMarked
package secondbackup.simulation.organizations;

import org.jspecify.annotations.NullMarked;
