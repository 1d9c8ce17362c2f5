package secondbackup.cdk.member;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import secondbackup.policy.Estate;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/// Template of the first StackSet: the roles of ours in a member account, once per account. Their names are fixed, since
/// the control account must know them; a second stack with the same roles in one account fails.
///
/// Source: AWS CloudFormation Template Reference, `AWS::IAM::Role`, read 2026-11-27.
public final class MemberRolesStack extends Stack {
    public static final String NAME = "SecondBackupMemberRoles";

    /// @param files text of `policies/` by name
    public MemberRolesStack(Construct scope, SortedMap<String, String> files, Estate estate) {
        super(scope, NAME, MemberTemplates.bare(NAME, "Roles of the second backup"));
        var documents = new MemberDocuments(files, estate);
        MemberDocuments.roles().forEach(file -> role(file, documents.read(file)));
    }

    private void role(String file, JsonNode rights) {
        CfnRole.Builder.create(this, MemberTemplates.logicalId(file) + "Role")
                .roleName(rights.path("name").asText())
                .description(rights.path("why").asText())
                .assumeRolePolicyDocument(MemberDocuments.plain(rights.path("trust")))
                .policies(
                        List.of(
                                CfnRole.PolicyProperty.builder()
                                        .policyName("rights")
                                        .policyDocument(
                                                MemberDocuments.plain(rights.path("policy")))
                                        .build()))
                .build();
    }
}
