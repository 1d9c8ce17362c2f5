/// Tests of this room.
@org.jspecify.annotations.NullMarked
package secondbackup.slack;
