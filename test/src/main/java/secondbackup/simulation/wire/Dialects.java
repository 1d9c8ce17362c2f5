package secondbackup.simulation.wire;

/// Which protocol a request speaks.
final class Dialects {
    private final Operations operations;
    private final Dialect query;
    private final Dialect json;
    private final Dialect rest;

    Dialects(Operations operations) {
        this.operations = operations;
        this.query = new QueryDialect(operations);
        this.json = new JsonDialect(operations);
        this.rest = new RestDialect(operations);
    }

    /// SDKs may differ in the protocol they choose for a service, so the request itself tells.
    Dialect of(String service, HttpQuestion question) {
        Dialect byHand = operations.byHand().get(service);
        return byHand == null ? generic(service, question) : byHand;
    }

    private Dialect generic(String service, HttpQuestion question) {
        if (Models.speaksRest(service)) {
            return rest;
        }
        return JsonDialect.speaks(question) ? json : query;
    }
}
