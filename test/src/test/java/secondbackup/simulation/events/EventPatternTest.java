package secondbackup.simulation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.Serverless.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of the EventBridge User Guide's page on comparison operators, and what lies beside them.
final class EventPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"a\"]                                     | \"a\"           | true",
                "[\"a\"]                                     | \"A\"           | false",
                "[\"a\",\"b\"]                               | \"b\"           | true",
                "[\"a\"]                                     | [\"x\",\"a\"]   | true",
                "[\"a\"]                                     | [\"x\"]         | false",
                "[300]                                       | 300             | true",
                "[300]                                       | 300.0           | false",
                "[\"300\"]                                   | 300             | false",
                "[null]                                      | null            | true",
                "[true]                                      | \"true\"        | false",
                "[\"\"]                                      | \"\"            | true",
                "[{\"prefix\":\"us-\"}]                      | \"us-east-1\"   | true",
                "[{\"prefix\":\"us-\"}]                      | \"eu-us-1\"     | false",
                "[{\"prefix\":{\"equals-ignore-case\":\"US\"}}] | \"us-east-1\" | true",
                "[{\"suffix\":\".png\"}]                     | \"a.png\"       | true",
                "[{\"suffix\":\".png\"}]                     | \"a.png.txt\"   | false",
                "[{\"suffix\":{\"equals-ignore-case\":\".PNG\"}}] | \"a.png\"  | true",
                "[{\"equals-ignore-case\":\"alice\"}]        | \"ALICE\"       | true",
                "[{\"wildcard\":\"dir/*.png\"}]              | \"dir/x/y.png\" | true",
                "[{\"wildcard\":\"dir/*.png\"}]              | \"dir/x.jpg\"   | false",
                "[{\"anything-but\":\"initializing\"}]       | \"running\"     | true",
                "[{\"anything-but\":\"initializing\"}]       | \"initializing\"| false",
                "[{\"anything-but\":[\"a\",\"b\"]}]          | \"b\"           | false",
                "[{\"anything-but\":[1,2]}]                  | 3               | true",
                "[{\"anything-but\":{\"prefix\":\"init\"}}]  | \"initial\"     | false",
                "[{\"anything-but\":{\"suffix\":[\".a\",\".b\"]}}] | \"x.b\"   | false",
                "[{\"anything-but\":{\"wildcard\":\"*/lib/*\"}}] | \"/bin/x\"  | true",
                "[{\"numeric\":[\">\",0,\"<=\",5]}]          | 5               | true",
                "[{\"numeric\":[\">\",0,\"<=\",5]}]          | 0               | false",
                "[{\"numeric\":[\"=\",301.8]}]               | 3.018e2         | true",
                "[{\"numeric\":[\"<\",10]}]                  | \"9\"           | false",
                "[{\"exists\":true}]                         | \"x\"           | true",
                "[{\"exists\":true}]                         | {\"y\":1}       | false",
                "[{\"exists\":false}]                        | \"x\"           | false",
            })
    void comparesAValueAsTheGuideSays(String wanted, String value, boolean matches) {
        var pattern = EventPattern.of(json("{\"detail\":{\"state\":" + wanted + "}}"));

        assertThat(pattern.matches(json("{\"detail\":{\"state\":" + value + "}}")))
                .isEqualTo(matches);
    }

    @Test
    void asksOfAbsentFieldsOnlyThatTheyBeAbsent() {
        assertThat(matches("{\"a\":{\"b\":[{\"exists\":false}]}}", "{}")).isTrue();
        assertThat(matches("{\"a\":{\"b\":[{\"exists\":true}]}}", "{}")).isFalse();
        assertThat(matches("{\"a\":[{\"anything-but\":\"x\"}]}", "{}")).isFalse();
        assertThat(matches("{\"a\":[\"x\"]}", "{}")).isFalse();
    }

    @Test
    void needsEveryFieldAndOneOfTheAlternatives() {
        var pattern =
                """
                {"source":["aws.kms"],"$or":[{"detail":{"n":["A"]}},{"detail":{"m":["B"]}}]}\
                """;

        assertThat(matches(pattern, "{\"source\":\"aws.kms\",\"detail\":{\"m\":\"B\"}}")).isTrue();
        assertThat(matches(pattern, "{\"source\":\"aws.kms\",\"detail\":{\"m\":\"A\"}}")).isFalse();
        assertThat(matches(pattern, "{\"source\":\"aws.iam\",\"detail\":{\"m\":\"B\"}}")).isFalse();
    }

    @Test
    void looksIntoObjectsInLists() {
        var pattern = "{\"list\":{\"a\":[1],\"b\":[2]}}";

        assertThat(matches(pattern, "{\"list\":[{\"a\":1,\"b\":9},{\"a\":1,\"b\":2}]}")).isTrue();
        assertThat(matches(pattern, "{\"list\":[{\"a\":1,\"b\":9},{\"a\":7,\"b\":2}]}")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"source\":\"aws.kms\"}               | \"source\" must be an object or an array",
                "{\"detail\":{\"state\":true}}          | \"detail.state\" must be an object or an array",
                "{}                                     | Empty objects are not allowed",
                "{\"source\":[]}                        | Empty arrays are not allowed",
                "[]                                     | Filter is not an object",
                "{\"a\":[[1]]}                          | Match value must be",
                "{\"a\":[{\"prefix\":1}]}               | must be a string",
                "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}    | Unrecognized match type cidr",
                "{\"a\":[{\"exists\":\"yes\"}]}         | exists",
                "{\"a\":[{\"numeric\":[\"~\",1]}]}      | numeric",
                "{\"a\":[{\"anything-but\":[\"x\",1]}]} | Anything-but",
                "{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]} | Only one key",
                "{\"$or\":[{\"a\":[1]}]}                | $or",
            })
    void refusesWhatIsNoPattern(String pattern, String reason) {
        assertThatThrownBy(() -> EventPattern.of(json(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Event pattern is not valid. Reason: ")
                .hasMessageContaining(reason);
    }

    private static boolean matches(String pattern, String event) {
        return EventPattern.of(json(pattern)).matches(json(event));
    }
}
