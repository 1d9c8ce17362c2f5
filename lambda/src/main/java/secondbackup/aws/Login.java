package secondbackup.aws;

import java.net.URI;
import secondbackup.inventory.Region;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// How an operator comes to AWS: the way of the AWS SDK and CLI, with environment, profiles and single sign-on.
/// What is empty is left to that way.
///
/// @param endpoint URL to which every call goes instead of AWS
public record Login(String profile, String region, String endpoint) {
    /// Fails: IllegalArgumentException where no Region is known, or the endpoint is no URL.
    public AwsConnection connect() {
        var credentials = DefaultCredentialsProvider.builder();
        if (!profile.isEmpty()) {
            credentials.profileName(profile);
        }
        var connection = AwsConnection.production(credentials.build(), new Region(chosenRegion()));
        return endpoint.isEmpty() ? connection : connection.at(address());
    }

    private String chosenRegion() {
        if (!region.isEmpty()) {
            return region;
        }
        var chain = DefaultAwsRegionProviderChain.builder();
        if (!profile.isEmpty()) {
            chain.profileName(profile);
        }
        try {
            return chain.build().getRegion().id();
        } catch (SdkClientException _) {
            throw new IllegalArgumentException(
                    "no Region: expected --region, AWS_REGION or a region in the profile");
        }
    }

    private URI address() {
        if (!endpoint.matches("https?://[^\\s/]+.*")) {
            throw new IllegalArgumentException(
                    "--endpoint-url '"
                            + endpoint
                            + "': expected a URL such as http://127.0.0.1:8080");
        }
        return URI.create(endpoint);
    }
}
