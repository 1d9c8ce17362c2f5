/// Each resource type through stacks that are deployed: what its service allows, refuses and keeps.
@org.jspecify.annotations.NullMarked
package secondbackup.simulation.resources;
