package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.domain.edit.LintRule;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds lines that the AWS SDKs and the Python tools read differently, and lines that none of them
 * can use.
 */
public final class AwsFileLint {

  private static final List<Rule> RULES = all();

  private AwsFileLint() {}

  private static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.addAll(FileRules.ALL);
    rules.addAll(HeaderRules.ALL);
    rules.addAll(SectionRules.ALL);
    rules.addAll(PropertyRules.ALL);
    rules.addAll(LineRules.ALL);
    rules.addAll(ValueRules.ALL);
    rules.addAll(ServicesRules.ALL);
    rules.addAll(LoginRules.ALL);
    rules.addAll(BrokenLineRules.ALL);
    rules.add(LineRules.OTHER_READING);
    return List.copyOf(rules);
  }

  /** The description of each rule. */
  public static List<LintRule> rules() {
    return RULES.stream().map(Rule::row).toList();
  }

  /** The findings in {@code file} alone, in file order. */
  public static List<Found> of(AwsFile file, FileKind kind, String path) {
    return new Report(kind, path).of(LintedFile.of(file, kind, null), RULES);
  }

  /**
   * As {@link #of(AwsFile, FileKind, String)}, taking {@code other}, the file of the other kind,
   * into account.
   */
  public static List<Found> of(AwsFile file, AwsFile other, FileKind kind, String path) {
    FileKind otherKind = kind == FileKind.CONFIG ? FileKind.CREDENTIALS : FileKind.CONFIG;
    LintedFile beside = LintedFile.of(other, otherKind, null);
    return new Report(kind, path).of(LintedFile.of(file, kind, beside), RULES);
  }

  /**
   * Repairs of {@code file} that do not overlap, in file order. Repairs that were left out, or that
   * become necessary by these, are found when the repaired file is linted again.
   */
  public static List<Splice> repairs(AwsFile file, FileKind kind, String path) {
    NavigableMap<Integer, Splice> chosen = new TreeMap<>();
    for (Found found : of(file, kind, path)) {
      if (found.repair().stream().noneMatch(splice -> touches(chosen, splice))) {
        found.repair().forEach(splice -> chosen.put(splice.from(), splice));
      }
    }
    return List.copyOf(chosen.values());
  }

  private static boolean touches(NavigableMap<Integer, Splice> chosen, Splice splice) {
    Map.Entry<Integer, Splice> before = chosen.floorEntry(splice.to());
    return before != null && before.getValue().to() >= splice.from();
  }
}
