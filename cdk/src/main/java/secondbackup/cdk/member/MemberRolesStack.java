package secondbackup.cdk.member;

import secondbackup.cdk.parts.Parts;
import secondbackup.policy.Members;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/// Template of the first StackSet: the roles of ours in a member account, once per account. Their names are fixed, since
/// the control account must know them; a second stack with the same roles in one account fails.
///
/// Source: AWS CloudFormation Template Reference, `AWS::IAM::Role`, read 2026-11-27.
public final class MemberRolesStack extends Stack {
    public static final String NAME = "SecondBackupMemberRoles";

    public MemberRolesStack(Construct scope, Parts parts) {
        super(scope, NAME, MemberTemplates.anywhere(parts, "Roles of the second backup"));
        Members.ROLE_FILES.forEach(file -> parts.role(this, file));
    }
}
