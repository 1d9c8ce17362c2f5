/// The architecture, as tests: who may call whom, and how large things may grow.
@org.jspecify.annotations.NullMarked
package secondbackup.rooms;
