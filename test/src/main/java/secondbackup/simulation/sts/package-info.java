/// Sessions and who holds them: AWS Security Token Service.
@NullMarked
package secondbackup.simulation.sts;

import org.jspecify.annotations.NullMarked;
