package secondbackup.simulation.sns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A standard topic.
public final class Topic {
    /// Who is told.
    ///
    /// @param protocol such as `email`, `sqs` or `lambda`
    /// @param endpoint address or ARN
    /// @param raw whether a queue gets the bare message
    public record Subscription(String protocol, String endpoint, boolean raw) {}

    /// What was published.
    public record Notice(String id, Instant at, String subject, String message) {}

    /// What reached, or did not reach, a subscriber.
    ///
    /// @param refusal why not; empty where it did
    public record Sent(Notice notice, Subscription to, String refusal) {}

    public final String account;
    public final String region;
    public final String name;

    /// JSON of its resource policy. A new topic has AWS's default.
    public String policy;

    /// ARN of the key that encrypts it, or empty.
    public String keyArn = "";

    /// By ARN.
    public final TreeMap<String, Subscription> subscriptions = new TreeMap<>();

    /// Filter policies by the ARN of the subscription that has one.
    public final TreeMap<String, String> filters = new TreeMap<>();

    final List<Notice> notices = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();

    public Topic(String account, String region, String name) {
        this.account = account;
        this.region = region;
        this.name = name;
        this.policy = defaultPolicy();
    }

    public String arn() {
        return "arn:aws:sns:" + region + ":" + account + ":" + name;
    }

    /// Everything that was ever published, oldest first.
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    /// The inbox of every subscriber, oldest first.
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /// AWS's own: the owner's account, and services that say that they act for it.
    ///
    /// Source: Amazon SNS Developer Guide, "Example cases for Amazon SNS access control" and API Reference,
    /// "SetTopicAttributes" (the default policy), read 2026-11-27.
    public String defaultPolicy() {
        return """
        {"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID",
        "Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes",
        "SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",
        "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"%s",
        "Condition":{"StringEquals":{"AWS:SourceOwner":"%s"}}}]}\
        """
                .formatted(arn(), account);
    }
}
