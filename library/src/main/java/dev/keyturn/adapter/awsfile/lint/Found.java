package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.domain.edit.LintFinding;
import java.util.List;

/**
 * A finding with its repair.
 *
 * @param finding what is reported
 * @param repair the bytes to change, in file order; empty where more than one repair is possible
 */
public record Found(LintFinding finding, List<Splice> repair) {}
