package secondbackup.simulation.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.protocols.core.OperationInfo;

/// What the SDK's generated classes tell about the operations of a service: all methods of its client
/// that take a request and return a response, with method and URI from each request's marshaller.
/// Found once for each process, and only for services that are asked.
final class Models {
    /// Signing names, where they differ from the SDK's package names.
    private static final Map<String, String> PACKAGES =
            new TreeMap<>(Map.of("monitoring", "cloudwatch", "events", "eventbridge"));

    private static final Map<String, String> CLIENTS =
            new TreeMap<>(Map.of("account", "AccountClient", "backup", "BackupClient"));

    private static final Map<String, List<Route>> ROUTES = new ConcurrentHashMap<>();

    private Models() {}

    /// @param service signing name
    static String packageOf(String service) {
        return PACKAGES.getOrDefault(service, service);
    }

    static boolean speaksRest(String service) {
        return CLIENTS.containsKey(service);
    }

    /// All paths of a REST service, the most literal first.
    static List<Route> routes(String service) {
        return ROUTES.computeIfAbsent(service, Models::findRoutes);
    }

    private static List<Route> findRoutes(String service) {
        var root = "software.amazon.awssdk.services." + packageOf(service);
        var routes = new ArrayList<Route>();
        for (var request : requests(root + "." + CLIENTS.get(service))) {
            var name = request.getSimpleName().replaceAll("Request$", "");
            var binding = binding(root + ".transform." + request.getSimpleName() + "Marshaller");
            routes.add(Route.of(name, request, binding.httpMethod().name(), binding.requestUri()));
        }
        routes.sort(
                Comparator.comparingLong(Route::literals)
                        .reversed()
                        .thenComparing(Route::operation));
        return List.copyOf(routes);
    }

    /// The request classes of a client interface.
    static List<Class<?>> requests(String client) {
        try {
            var found = new ArrayList<Class<?>>();
            for (var method : Class.forName(client).getMethods()) {
                if (method.getParameterCount() == 1
                        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && SdkResponse.class.isAssignableFrom(method.getReturnType())) {
                    found.add(method.getParameterTypes()[0]);
                }
            }
            return found;
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("the SDK has no " + client, missing);
        }
    }

    private static OperationInfo binding(String marshaller) {
        try {
            var field = Class.forName(marshaller).getDeclaredField("SDK_OPERATION_BINDING");
            field.setAccessible(true);
            return (OperationInfo) field.get(null);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("the SDK has no binding in " + marshaller, changed);
        }
    }
}
