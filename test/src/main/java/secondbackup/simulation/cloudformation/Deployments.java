package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.DirectCalls;

/// The stacks of all accounts and Regions: whoever has a template deploys it here, as `cdk deploy` does.
public final class Deployments {
    private final ResourceTypes types = new ResourceTypes();
    private final Facts facts = new Facts();
    private final Exports exports = new Exports();
    private final ParameterStore parameterStore = new ParameterStore();
    private final TreeMap<String, Stack> byPlace = new TreeMap<>();
    private final List<Stack> deleted = new ArrayList<>();
    private final DirectCalls calls;
    private final Chance chance;
    private final SimulatedTime time;

    public Deployments(DirectCalls calls, Chance chance, SimulatedTime time) {
        this.calls = calls;
        this.chance = chance;
        this.time = time;
    }

    /// The resource types that templates may hold; more may be added.
    public ResourceTypes types() {
        return types;
    }

    /// What resources are told and no service models.
    public Facts facts() {
        return facts;
    }

    public ParameterStore parameterStore() {
        return parameterStore;
    }

    public DirectCalls calls() {
        return calls;
    }

    /// Deploys a template with the defaults of its parameters.
    public Stack deploy(Principal principal, String region, String name, String template) {
        return deploy(principal, region, name, template, Map.of());
    }

    /// Creates a stack in the principal's account, or updates it, as `cdk deploy` does: a stack whose creation was rolled
    /// back is deleted first; a template that changes nothing leaves all as it is.
    ///
    /// Fails: [BadTemplate] where the template holds what is not understood here; [AwsError] where AWS would not begin.
    /// What fails later is told by [Stack#status] and [Stack#reason].
    public Stack deploy(
            Principal principal,
            String region,
            String name,
            String template,
            Map<String, String> parameters) {
        var read = read(name, template);
        var values =
                new Parameters(read, parameterStore)
                        .values(parameters, principal.account(), region);
        var there = find(principal.account(), region, name);
        var rolledBack = there.filter(stack -> stack.status == StackStatus.ROLLBACK_COMPLETE);
        rolledBack.ifPresent(stack -> delete(principal, stack));
        var before = there.filter(Stack::exists);
        need(principal, before.isPresent() ? "UpdateStack" : "CreateStack", region, name);
        var stack = before.orElseGet(() -> begun(principal.account(), region, name));
        var known = new StackValues(stack, read, values, exports);
        Rules.check(read, known);
        sameTypes(stack, read);
        var deploying = new Deploying(workshop(stack, principal), read, known, exports);
        byPlace.put(key(stack.account, region, name), stack);
        if (before.isPresent()) {
            updatable(stack);
            deploying.update();
        } else {
            deploying.create();
        }
        return stack;
    }

    /// Reads a template and compares it with all that is known here.
    ///
    /// Fails: [BadTemplate] with all problems; [AwsError] where resources depend on each other in a circle.
    Template read(String name, String template) {
        var problems = new ArrayList<String>();
        var read = TemplateReader.read(name, template, problems);
        problems.addAll(new Parameters(read, parameterStore).problems(name));
        new TemplateCheck(name, read, types, problems).run();
        if (!problems.isEmpty()) {
            throw new BadTemplate(problems);
        }
        new Dependencies(read).order();
        return read;
    }

    private static void updatable(Stack stack) {
        if (stack.status == StackStatus.UPDATE_ROLLBACK_FAILED
                || stack.status == StackStatus.ROLLBACK_FAILED
                || stack.status == StackStatus.DELETE_FAILED) {
            throw refused(
                    "Stack:"
                            + stack.id
                            + " is in "
                            + stack.status
                            + " state and can not be updated.");
        }
    }

    private static void sameTypes(Stack stack, Template template) {
        for (var resource : stack.resources.values()) {
            var declared = template.resources().get(resource.logicalId());
            if (declared != null && !declared.type().equals(resource.type())) {
                throw refused(
                        "Update of resource type is not permitted. The new template modifies resource"
                                + " type of the following resources: ["
                                + resource.logicalId()
                                + "]");
            }
        }
    }

    private void need(Principal principal, String action, String region, String name) {
        var arn = arn(principal.account(), region, name, "*");
        calls.need(principal, region, List.of(AccessRequest.of("cloudformation:" + action, arn)));
    }

    private static String arn(String account, String region, String name, String id) {
        return "arn:aws:cloudformation:" + region + ":" + account + ":stack/" + name + "/" + id;
    }

    private Stack begun(String account, String region, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
            throw refused("Stack name " + name + " is not valid");
        }
        var before =
                deleted.stream()
                        .filter(one ->
                                key(one.account, one.region, one.name)
                                        .equals(key(account, region, name)))
                        .count();
        var uuid = chance.uuid("stack", account, region, name, time.instant(), before);
        return new Stack(account, region, name, arn(account, region, name, uuid));
    }

    /// Deletes a stack; what its template retains stays.
    ///
    /// Fails: [AwsError] where the principal may not; what fails later is told by [Stack#status].
    public void delete(Principal principal, Stack stack) {
        need(principal, "DeleteStack", stack.region, stack.name);
        new Removal(workshop(stack, principal)).run();
        if (!stack.exists()) {
            exports.remove(stack);
            byPlace.remove(key(stack.account, stack.region, stack.name));
            deleted.add(stack);
        }
    }

    /// Continues to roll an update back, as `cdk rollback` does.
    ///
    /// @param skipped logical ids of resources that are to be left as they are (`cdk rollback --orphan`)
    ///
    /// Fails: [AwsError] where the stack is not stuck, those resources are not, or the principal may not.
    public void continueRollback(Principal principal, Stack stack, Set<String> skipped) {
        need(principal, "ContinueUpdateRollback", stack.region, stack.name);
        var stuck = stack.stuck.stream().map(Step::logicalId).toList();
        if (stack.status != StackStatus.UPDATE_ROLLBACK_FAILED || !stuck.containsAll(skipped)) {
            throw refused(
                    "Stack:"
                            + stack.id
                            + " is in "
                            + stack.status
                            + " state, stuck at "
                            + stuck
                            + ": no rollback can be continued without "
                            + new TreeSet<>(skipped));
        }
        new Undoing(workshop(stack, principal)).again(skipped);
    }

    private Workshop workshop(Stack stack, Principal principal) {
        return new Workshop(stack, principal, types, facts, calls, chance, time);
    }

    /// A stack that exists.
    public Optional<Stack> find(String account, String region, String name) {
        return Optional.ofNullable(byPlace.get(key(account, region, name)));
    }

    /// All that exist, by account, Region and name.
    public List<Stack> all() {
        return List.copyOf(byPlace.values());
    }

    /// Where a stack's resources differ from what was deployed last.
    public List<Drift> drift(Stack stack) {
        return new DriftDetection(types, facts)
                .of(stack, workshop(stack, new Principal.Administrator(stack.account)));
    }

    private static AwsError refused(String words) {
        return new AwsError(400, "ValidationError", words);
    }

    private static String key(String account, String region, String name) {
        return account + "/" + region + "/" + name;
    }
}
