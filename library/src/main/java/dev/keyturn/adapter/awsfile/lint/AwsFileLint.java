package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the AWS SDKs and the Python tools read differently, line by line. What the latter do
 * follows from Python's {@code configparser} and botocore's {@code configloader}. Not thread-safe.
 */
public final class AwsFileLint {

  /**
   * A finding with its repair.
   *
   * @param finding what is told
   * @param repair the bytes to change; none where there is no one right answer
   */
  public record Found(LintFinding finding, List<Splice> repair) {}

  private static final List<Tool> NOBODY = List.of();
  private static final List<Tool> SDK = List.of(Tool.SDK);
  private static final List<Tool> CLI = List.of(Tool.AWS_CLI);
  private static final List<Tool> BOTH = List.of(Tool.SDK, Tool.AWS_CLI);

  private static final Splice NO_SPLICE = new Splice(0, 0, "");

  private final AwsFile file;
  private final FileKind kind;
  private final String path;
  private final AwsFileScanner scanner;
  private final List<Found> found = new ArrayList<>();

  private final Set<String> headers = new HashSet<>();
  private final SplitSections sections;

  /** The findings, by their index, of sections that began above. */
  private final Map<Integer, SectionHeader> duplicates = new LinkedHashMap<>();

  private final Map<String, Splice> keys = new HashMap<>();
  private final Set<Splice> continued = new HashSet<>();
  private Splice property = NO_SPLICE;
  private final List<Integer> blankLines = new ArrayList<>();
  private @Nullable String section;
  private boolean defaultWithPrefix;
  private boolean defaultWithoutPrefix;
  private boolean isBroken;

  private AwsFileLint(AwsFile file, FileKind kind, String path) {
    this.file = file;
    this.kind = kind;
    this.path = path;
    this.scanner = new AwsFileScanner(file, kind);
    this.sections = new SplitSections(file);
  }

  /** What there is to tell of {@code file}, in file order. */
  public static List<Found> of(AwsFile file, FileKind kind, String path) {
    return new AwsFileLint(file, kind, path).run();
  }

  /**
   * Repairs of {@code file} that do not touch each other, in file order. Those left out, and those
   * that these bring about, are found when the repaired file is looked at again.
   */
  public static List<Splice> repairs(AwsFile file, FileKind kind, String path) {
    NavigableMap<Integer, Splice> chosen = new TreeMap<>();
    for (Found found : of(file, kind, path)) {
      if (found.repair.stream().noneMatch(splice -> touches(chosen, splice))) {
        found.repair.forEach(splice -> chosen.put(splice.from(), splice));
      }
    }
    return List.copyOf(chosen.values());
  }

  private static boolean touches(NavigableMap<Integer, Splice> chosen, Splice splice) {
    Map.Entry<Integer, Splice> before = chosen.floorEntry(splice.to());
    return before != null && before.getValue().to() >= splice.from();
  }

  private List<Found> run() {
    if (file.isUtf16()) {
      add("utf-16", "cannot read the file", "cannot read the file", BOTH, null);
      return found;
    }
    if (file.firstLine() > 0) {
      add(
          "byte-order-mark",
          "some SDKs cannot read the file",
          "cannot read the file",
          CLI,
          "remove the byte order mark",
          new Splice(0, file.firstLine(), ""));
    }
    for (Kind line = scanner.next(); line != Kind.END; line = scanner.next()) {
      line(line);
    }
    if (!isBroken) {
      duplicates.forEach(this::offerToMerge);
    }
    return found;
  }

  private void line(Kind line) {
    if (!file.isText(scanner.start(), scanner.end())) {
      boolean comment = line == Kind.COMMENT;
      add(
          "not-utf-8",
          comment ? "ignores this line" : "cannot read the file",
          "cannot read the file",
          comment ? CLI : BOTH,
          null);
    }
    switch (line) {
      case BLANK -> blankLines.add(scanner.start());
      case COMMENT, END -> {}
      case HEADER -> header();
      case PROPERTY -> property();
      case SUB_PROPERTY -> {
        continued.add(property);
        sections.indented(scanner);
        inlineComment("the setting");
      }
      case CONTINUATION -> continuation();
      case SKIPPED -> {
        sections.indented(scanner);
        BrokenLine skipped = brokenLine();
        List<Tool> fatal = skipped.isReadByCli() ? NOBODY : CLI;
        add("skipped-line", "ignores this line", skipped.cliReading(), fatal, null);
      }
      case BROKEN -> broken(brokenLine());
    }
    if (line != Kind.BLANK) {
      blankLines.clear();
    }
  }

  // --- headers -----------------------------------------------------------------------------------

  private void header() {
    SectionHeader header = scanner.currentHeader();
    String text = scanner.value();
    section = header.name();
    keys.clear();
    duplicateSection(header, text);
    if (text.equals("DEFAULT")) {
      String sdk = kind == FileKind.CONFIG ? "ignores the section" : "reads a profile DEFAULT";
      add("default-in-capitals", sdk, "gives its settings to every profile", NOBODY, null);
    }
    twoDefaults(header);
    headerName(header, text);
  }

  private void duplicateSection(SectionHeader header, String text) {
    boolean isMerged = sections.begin(scanner);
    boolean isSameText = !headers.add(text);
    boolean isOtherProfile = kind == FileKind.CREDENTIALS || HeaderReadings.isPadded(kind, text);
    if (isMerged && (isSameText || !isOtherProfile)) {
      duplicates.put(found.size(), header);
    }
    if (isSameText) {
      String sdk = isMerged ? "merges the sections, later values win" : "ignores the section";
      add("duplicate-section", sdk, "cannot read the file", CLI, null);
    } else if (isMerged && !isOtherProfile) {
      add(
          "duplicate-section",
          "merges the sections, later values win",
          "reads the last of them and ignores the others",
          NOBODY,
          null);
    }
  }

  private void offerToMerge(int index, SectionHeader header) {
    List<Splice> merge = sections.merge(header);
    if (!merge.isEmpty()) {
      LintFinding finding = found.get(index).finding().fixedBy("merge it into the one above");
      found.set(index, new Found(finding, merge));
    }
  }

  private void twoDefaults(SectionHeader header) {
    if (kind == FileKind.CREDENTIALS || !header.name().equals("default")) {
      return;
    }
    boolean other = header.prefixed() ? defaultWithoutPrefix : defaultWithPrefix;
    defaultWithPrefix |= header.prefixed();
    defaultWithoutPrefix |= !header.prefixed();
    if (other) {
      add(
          "two-defaults",
          "reads [profile default] and ignores [default]",
          "reads whichever comes last",
          NOBODY,
          null);
    }
  }

  private void headerName(SectionHeader header, String text) {
    HeaderReadings readings = HeaderReadings.of(kind, header, text);
    if (readings != null) {
      String repaired = readings.repaired();
      add(
          readings.rule(),
          readings.sdk(),
          readings.cli(),
          readings.cliFails() ? CLI : NOBODY,
          repaired == null ? null : "remove the blanks",
          new Splice(scanner.valueStart(), scanner.valueEnd(), repaired == null ? text : repaired));
    }
  }

  // --- properties --------------------------------------------------------------------------------

  private void property() {
    duplicateKey();
    sections.property(scanner);
    if (scanner.currentHeader().skipped() != null) {
      return;
    }
    if (scanner.propertyIsIgnored()) {
      add("key-name", "ignores the setting", "reads the setting", NOBODY, null);
    }
    inlineComment("'" + scanner.key() + "'");
  }

  private void duplicateKey() {
    property = new Splice(scanner.start(), scanner.following(), "");
    Splice earlier = keys.put(scanner.key().toLowerCase(Locale.ROOT), property);
    if (earlier != null) {
      boolean oneLine = !continued.contains(earlier);
      add(
          "duplicate-key",
          "reads the last value",
          "cannot read the file",
          CLI,
          oneLine ? "remove the earlier line" : null,
          earlier);
    }
  }

  private void inlineComment(String what) {
    String tail = file.text(scanner.valueEnd(), scanner.end());
    String comment = SectionHeader.trim(tail);
    if (comment.isEmpty() || scanner.currentHeader().skipped() != null) {
      return;
    }
    int commentStart = scanner.end() - tail.length() + tail.indexOf(comment);
    String ending = file.text(scanner.end(), scanner.following());
    String setting = file.text(scanner.start(), scanner.settingEnd());
    boolean isUtf8 = file.isText(scanner.start(), scanner.end());
    add(
        "inline-comment",
        what + " without the comment",
        what + " with the comment as part of the value",
        NOBODY,
        isUtf8 ? "move the comment to a line of its own above" : null,
        new Splice(
            scanner.start(),
            scanner.following(),
            file.text(commentStart, scanner.end())
                + (ending.isEmpty() ? file.lineEnding() : ending)
                + setting
                + ending));
  }

  private void continuation() {
    continued.add(property);
    sections.indented(scanner);
    if (scanner.currentHeader().skipped() != null) {
      return;
    }
    if (brokenLine().startsComment()) {
      add("indented-comment", "takes it for part of the value", "ignores it", NOBODY, null);
    }
    if (!blankLines.isEmpty()) {
      add(
          "blank-line-in-value",
          "leaves the blank lines above out of the value",
          "keeps them in the value",
          NOBODY,
          "remove the blank lines",
          new Splice(blankLines.get(0), scanner.start(), ""));
    }
  }

  private void broken(BrokenLine line) {
    isBroken = true;
    Splice repair = line.repair();
    add(
        line.rule(),
        "cannot read the file: " + scanner.mistake().rule,
        line.cliReading(),
        line.isReadByCli() ? SDK : BOTH,
        repair == null ? null : line.repairInWords(),
        repair == null ? NO_SPLICE : repair);
  }

  private BrokenLine brokenLine() {
    return new BrokenLine(file, scanner);
  }

  private void add(
      String rule,
      String sdk,
      String cli,
      List<Tool> fatal,
      @Nullable String fix,
      Splice... repair) {
    Origin origin = new Origin(kind, path, Math.max(1, scanner.number()));
    LintFinding finding = new LintFinding(rule, origin, section, sdk, cli, fatal, fix);
    found.add(new Found(finding, fix == null ? List.of() : List.of(repair)));
  }
}
