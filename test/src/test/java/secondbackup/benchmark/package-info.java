/// The copy planner's benchmark, small enough for every build.
@org.jspecify.annotations.NullMarked
package secondbackup.benchmark;
