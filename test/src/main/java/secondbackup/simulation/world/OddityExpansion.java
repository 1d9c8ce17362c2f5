package secondbackup.simulation.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Writes down what oddities leave open.
record OddityExpansion(Documents documents, Moments moments, Placeholders names) {

    void expand(ArrayNode oddities) {
        for (var index = 0; index < oddities.size(); index++) {
            var oddity = (ObjectNode) oddities.get(index);
            moments.write(oddity, "at", 1, 0);
            var here =
                    names.with("account", oddity.path("account").asText())
                            .with("region", oddity.path("region").asText());
            if (oddity.has("policy")) {
                Expansion.document(oddity, "policy", documents, here);
            }
            if (oddity.path("cluster") instanceof ObjectNode cluster) {
                var at = oddity.path("at").asText();
                PlaceExpansion.complete(cluster, moments);
                cluster.put("createdAt", at);
            }
            Expansion.fallback(oddity, "every", false);
            Expansion.fallback(oddity, "message", "An internal error occurred.");
            Expansion.fallback(oddity, "resourceType", "Aurora");
            if (oddity.path("do").asText().equals("retireVersion")) {
                Expansion.fallback(oddity, "region", "*");
            }
        }
    }
}
