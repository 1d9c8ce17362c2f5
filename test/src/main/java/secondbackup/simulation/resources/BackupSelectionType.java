package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.backup.Plans;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.Condition;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.CreateBackupSelectionResponse;
import software.amazon.awssdk.services.backup.model.DeleteBackupSelectionRequest;
import software.amazon.awssdk.services.backup.model.DeleteBackupSelectionResponse;

/// `AWS::Backup::BackupSelection`. Whatever changes replaces it, and its plan takes no second of one name: a selection's
/// name must change with its content.
public final class BackupSelectionType implements ResourceType {
    private static final List<String> CONDITIONS =
            List.of("StringEquals", "StringLike", "StringNotEquals", "StringNotLike");

    private final Plans plans;

    public BackupSelectionType(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String name() {
        return "AWS::Backup::BackupSelection";
    }

    @Override
    public Shape shape() {
        var shape =
                Shape.modelled("BackupPlanId", "BackupSelection")
                        .required("BackupPlanId", "BackupSelection")
                        .createOnly("BackupPlanId", "BackupSelection")
                        .within(
                                "BackupSelection",
                                "Conditions",
                                "IamRoleArn",
                                "ListOfTags",
                                "NotResources",
                                "Resources",
                                "SelectionName")
                        .within(
                                "BackupSelection.ListOfTags",
                                "ConditionKey",
                                "ConditionType",
                                "ConditionValue")
                        .within("BackupSelection.Conditions", CONDITIONS.toArray(String[]::new))
                        .attributes("BackupPlanId", "Id", "SelectionId");
        for (var condition : CONDITIONS) {
            shape =
                    shape.within(
                            "BackupSelection.Conditions." + condition,
                            "ConditionKey",
                            "ConditionValue");
        }
        return shape;
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var plan = wanted.text("BackupPlanId");
        var made =
                scene.call(
                        "backup",
                        CreateBackupSelectionRequest.builder()
                                .backupPlanId(plan)
                                .backupSelection(selection(wanted.within("BackupSelection")))
                                .build(),
                        CreateBackupSelectionResponse.class);
        var id = made.selectionId();
        return Made.of(
                id + "_" + plan,
                Map.of("BackupPlanId", plan, "Id", id + "_" + plan, "SelectionId", id));
    }

    private static BackupSelection selection(Properties selection) {
        var made =
                BackupSelection.builder()
                        .selectionName(selection.text("SelectionName"))
                        .iamRoleArn(selection.text("IamRoleArn"))
                        .resources(selection.texts("Resources"))
                        .notResources(selection.texts("NotResources"))
                        .listOfTags(
                                selection.structures("ListOfTags").stream()
                                        .map(BackupSelectionType::tag)
                                        .toList());
        if (selection.has("Conditions")) {
            made.conditions(conditions(selection.within("Conditions")));
        }
        return made.build();
    }

    private static Condition tag(Properties tag) {
        return Condition.builder()
                .conditionType(tag.text("ConditionType"))
                .conditionKey(tag.text("ConditionKey"))
                .conditionValue(tag.text("ConditionValue"))
                .build();
    }

    private static Conditions conditions(Properties conditions) {
        return Conditions.builder()
                .stringEquals(parameters(conditions, "StringEquals"))
                .stringLike(parameters(conditions, "StringLike"))
                .stringNotEquals(parameters(conditions, "StringNotEquals"))
                .stringNotLike(parameters(conditions, "StringNotLike"))
                .build();
    }

    private static List<ConditionParameter> parameters(Properties conditions, String name) {
        return conditions.structures(name).stream()
                .map(each ->
                        ConditionParameter.builder()
                                .conditionKey(each.text("ConditionKey"))
                                .conditionValue(each.text("ConditionValue"))
                                .build())
                .toList();
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        throw new IllegalStateException("every change replaces a selection: " + change.names());
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        if (find(id, scene).isPresent()) {
            scene.call(
                    "backup",
                    DeleteBackupSelectionRequest.builder()
                            .selectionId(part(id, 0))
                            .backupPlanId(part(id, 1))
                            .build(),
                    DeleteBackupSelectionResponse.class);
        }
    }

    private static String part(String id, int index) {
        return id.split("_", 2)[index];
    }

    private Optional<Plans.Selection> find(String id, Scene scene) {
        return plans.find(scene.account(), scene.region(), part(id, 1))
                .flatMap(plan -> Optional.ofNullable(plan.selections.get(part(id, 0))));
    }

    /// A selection cannot be changed, only deleted: what stands is what was deployed.
    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        return find(id, scene).map(_ -> last.all().deepCopy());
    }
}
