package secondbackup.simulation.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every operator: a match, a miss, a missing key.
class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    StringEquals              | orders             | orders             | true
                    StringEquals              | orders             | Orders             | false
                    StringEquals              | orders*            | orders1            | false
                    StringEquals              | orders,carts       | carts              | true
                    StringEquals              | orders             |                    | false
                    StringNotEquals           | orders             | carts              | true
                    StringNotEquals           | orders,carts       | carts              | false
                    StringNotEquals           | orders             |                    | true
                    StringEqualsIgnoreCase    | orders             | ORDERS             | true
                    StringEqualsIgnoreCase    | orders             | carts              | false
                    StringNotEqualsIgnoreCase | orders             | ORDERS             | false
                    StringNotEqualsIgnoreCase | orders             | carts              | true
                    StringLike                | rds.*.amazonaws.com| rds.eu-west-1.amazonaws.com | true
                    StringLike                | rds.*.amazonaws.com| ec2.eu-west-1.amazonaws.com | false
                    StringLike                | order?             | orders             | true
                    StringLike                | order?             | order              | false
                    StringLike                | *a*b*              | xxaxxbxx           | true
                    StringLike                | *a*b*              | xxbxxaxx           | false
                    StringLike                | *                  |                    | false
                    StringNotLike             | ord*               | carts              | true
                    StringNotLike             | ord*               | orders             | false
                    ArnLike                   | arn:aws:iam::*:role/x-* | arn:aws:iam::111111111111:role/x-y | true
                    ArnLike                   | arn:aws:iam::*:role/x-* | arn:aws:iam::111111111111:role/y   | false
                    ArnLike                   | arn:aws:iam::*:x   | arn:aws:iam::111111111111:role:x   | false
                    ArnEquals                 | arn:aws:iam::*:role/x | arn:aws:iam::111111111111:role/x     | true
                    ArnNotLike                | arn:aws:iam::*:role/x | arn:aws:iam::111111111111:role/x     | false
                    ArnNotEquals              | arn:aws:iam::*:role/x | arn:aws:iam::111111111111:role/y     | true
                    ArnNotEquals              | arn:aws:iam::*:role/x |                                      | true
                    Bool                      | true               | TRUE               | true
                    Bool                      | true               | false              | false
                    Bool                      | true               |                    | false
                    Null                      | true               |                    | true
                    Null                      | true               | orders             | false
                    Null                      | false              | orders             | true
                    Null                      | false              |                    | false
                    NumericEquals             | 7                  | 7.0                | true
                    NumericNotEquals          | 7                  | 8                  | true
                    NumericLessThan           | 7                  | 6                  | true
                    NumericLessThan           | 7                  | 7                  | false
                    NumericLessThanEquals     | 7                  | 7                  | true
                    NumericLessThanEquals     | 7                  | 8                  | false
                    NumericGreaterThan        | 7                  | 8                  | true
                    NumericGreaterThan        | 7                  | 7                  | false
                    NumericGreaterThanEquals  | 7                  | 7                  | true
                    NumericGreaterThanEquals  | 7                  | 6                  | false
                    DateEquals                | 2026-11-22T10:00:00Z | 2026-11-22T10:00:00Z | true
                    DateNotEquals             | 2026-11-22         | 2026-11-22T00:00:00Z | false
                    DateLessThan              | 2026-11-22T10:00:00Z | 2026-11-22T09:59:59Z | true
                    DateLessThan              | 2026-11-22T10:00:00Z | 2026-11-22T10:00:00Z | false
                    DateLessThanEquals        | 2026-11-22T10:00:00Z | 2026-11-22T10:00:00Z | true
                    DateGreaterThan           | 1795341600         | 2026-11-22T10:00:01Z | true
                    DateGreaterThan           | 1795341600         | 2026-11-22T10:00:00Z | false
                    DateGreaterThanEquals     | 2026-11-22T10:00:00Z | 2026-11-22T10:00:00Z | true
                    StringEqualsIfExists      | orders             |                    | true
                    StringEqualsIfExists      | orders             | carts              | false
                    NumericLessThanIfExists   | 7                  |                    | true
                    ForAllValues:StringEquals | a,b                | a,b                | true
                    ForAllValues:StringEquals | a,b                | a,c                | false
                    ForAllValues:StringEquals | a,b                |                    | true
                    ForAnyValue:StringEquals  | a,b                | a,c                | true
                    ForAnyValue:StringEquals  | a,b                | c,d                | false
                    ForAnyValue:StringEquals  | a,b                |                    | false
                    ForAllValues:StringNotEquals | a,b             | c,d                | true
                    ForAllValues:StringNotEquals | a,b             | a,c                | false
                    ForAnyValue:StringNotEquals  | a,b             | a,c                | true
                    ForAnyValue:StringNotEquals  | a,b             | a,b                | false
                    ForAnyValue:StringLike    | o-1/r-root/*       | o-1/r-root/ou-1/   | true
                    ForAllValues:StringLikeIfExists | a*           | ab,ac              | true
                    StringEquals              | x-${aws:username}  | x-ann              | true
                    StringEquals              | x-${aws:username}  | x-bob              | false
                    StringLike                | *${*}              | carts*             | true
                    StringLike                | *${*}              | carts              | false
                    StringEquals              | ${aws:userid}      | anything           | false
                    StringEquals              | ${aws:userid, 'none'} | none            | true
                    """)
    void comparesAsAwsDoes(String operator, String wanted, @Nullable String actual, boolean holds) {
        var values = wanted.startsWith("$") ? List.of(wanted) : List.of(wanted.split(","));
        var condition = Condition.of(operator, "backup:CopyTargets", values);
        var keys = new TreeMap<String, List<String>>();
        keys.put("aws:username", List.of("ann"));
        if (actual != null) {
            keys.put("backup:copytargets", List.of(actual.split(",")));
        }
        assertThat(condition.holds(key -> keys.getOrDefault(key, List.of()))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    StringMatches        | orders | condition operator StringMatches
                    IpAddress            | 0.0.0.0/0 | condition operator IpAddress
                    NullIfExists         | true   | condition operator NullIfExists
                    ForAnyValue:Null     | true   | condition operator ForAnyValue:Null
                    ForSomeValues:Bool   | true   | condition operator ForSomeValues:Bool
                    Bool                 | maybe  | cannot compare with maybe
                    NumericEquals        | seven  | cannot compare with seven
                    DateLessThan         | today  | cannot compare with today
                    ArnLike              | role/x | cannot compare with role/x
                    """)
    void refusesWhatItDoesNotUnderstand(String operator, String wanted, String complaint) {
        assertThatThrownBy(() -> Condition.of(operator, "aws:PrincipalArn", List.of(wanted)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesAKeyWithSeveralValuesWithoutASetOperator() {
        var condition = Condition.of("StringEquals", "aws:TagKeys", List.of("a"));
        assertThatThrownBy(() -> condition.holds(_ -> List.of("a", "b")))
                .hasMessageContaining("aws:tagkeys has several values");
    }
}
