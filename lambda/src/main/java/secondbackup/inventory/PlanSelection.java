package secondbackup.inventory;

import java.util.List;

/// One resource selection of one backup plan, as AWS Backup stores it.
///
/// Source: AWS Backup API, `BackupSelection`, read 2026-11-22: `Resources` are OR-ed, `ListOfTags` are
/// OR-ed, `Conditions` are AND-ed.
///
/// @param role ARN of the role that AWS Backup works with
/// @param vaults names of the vaults that the plan's rules fill
/// @param resources ARNs, `*` allowed
/// @param notResources ARNs, `*` allowed
/// @param tags any one of them selects
/// @param conditions all of them must hold
public record PlanSelection(
        String plan,
        String selection,
        String role,
        List<String> vaults,
        List<String> resources,
        List<String> notResources,
        List<TagTest> tags,
        List<TagTest> conditions) {
    /// How a tag is compared.
    public enum Comparison {
        EQUALS,
        NOT_EQUALS,
        LIKE,
        NOT_LIKE
    }

    /// @param key name of the tag, without `aws:ResourceTag/`
    public record TagTest(Comparison comparison, String key, String value) {}

    public PlanSelection {
        vaults = List.copyOf(vaults);
        resources = List.copyOf(resources);
        notResources = List.copyOf(notResources);
        tags = List.copyOf(tags);
        conditions = List.copyOf(conditions);
    }
}
