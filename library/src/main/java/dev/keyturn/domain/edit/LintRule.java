package dev.keyturn.domain.edit;

import dev.keyturn.domain.edit.LintFinding.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule about mistakes in a line of an AWS file.
 *
 * @param name its stable name, in kebab case
 * @param sdk what AWS SDKs do; follows "AWS SDKs"
 * @param awsCli what the AWS CLI and boto3 do; follows "the AWS CLI"
 * @param fatalFor the tools that may not be able to read the file at all because of it
 * @param repair what {@code --fix} does where one fix is unambiguous; null where it never is
 */
public record LintRule(
    String name, String sdk, String awsCli, List<Tool> fatalFor, @Nullable String repair) {}
