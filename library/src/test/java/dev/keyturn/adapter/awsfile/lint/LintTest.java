package dev.keyturn.adapter.awsfile.lint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.adapter.awsfile.GeneratedFiles;
import dev.keyturn.adapter.awsfile.GeneratedFiles.AnyText;
import dev.keyturn.adapter.awsfile.GeneratedFiles.SoundText;
import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.edit.LintRule;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Section;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the AWS SDKs and the AWS CLI read differently, and what is done about it. */
class LintTest {

  @TempDir Path folder;

  /**
   * One difference.
   *
   * @param kind how the file is read
   * @param text what is in it
   * @param findings {@code rule:line fatal-for…} each
   * @param repaired what the repair makes of it; the same text where there is none
   */
  record Row(FileKind kind, String text, List<String> findings, String repaired) {}

  static List<Row> rows() {
    return List.of(
        config("[default]\na = v # c\n", "[default]\n# c\na = v\n", "inline-comment:2"),
        config("[default]\na = v ;c", "[default]\n;c\na = v", "inline-comment:2"),
        config(
            "[default]\ns =\n  a = v # c\n", "[default]\ns =\n# c\n  a = v\n", "inline-comment:3"),
        config("[default]\na = # c\n", "[default]\n# c\na =\n", "inline-comment:2"),
        config("[default]\na : v\n", "[default]\na = v\n", "no-equals-sign:2 sdk"),
        config("[default]\njunk\n", "[default]\njunk\n", "no-equals-sign:2 sdk aws-cli"),
        same("[profile a!b]\n", "section-name:1"),
        same("[profile \"a b\"]\n", "section-name:1"),
        same("[profile a b]\n", "unknown-section:1"),
        config(
            "[default]\na = 1\n[default]\n", "[default]\na = 1\n", "duplicate-section:3 aws-cli"),
        config(
            """
            [profile a]
            a = 1

            # b
            [profile b]
            # again
            [profile a];why

            # c
            c = 3
              4
            # end\
            """,
            "[profile a]\na = 1\n;why\n\n# c\nc = 3\n  4\n\n# b\n[profile b]\n# again\n# end",
            "duplicate-section:7 aws-cli"),
        config(
            "[default]\r\n[profile b]\r\n[default]\r\na = 1",
            "[default]\r\na = 1\r\n[profile b]\r\n",
            "duplicate-section:3 aws-cli"),
        config(
            "[default]\na = 1\n[default]\nb = 2\n[default]\nc = 3\n",
            "[default]\na = 1\nb = 2\nc = 3\n",
            "duplicate-section:3 aws-cli",
            "duplicate-section:5 aws-cli"),
        config(
            "[default]\nA = 1\n[default]\na = 1 # c\n",
            "[default]\n# c\na = 1\n",
            "duplicate-section:3 aws-cli",
            "inline-comment:4"),
        config(
            "[profile a]\na = 1\n[profile \ta]\nb = 2\n",
            "[profile a]\na = 1\nb = 2\n",
            "section-written-twice:3"),
        config(
            "[ default]\na = 1\n[default]\nb = 2\n",
            "[default]\na = 1\nb = 2\n",
            "blank-in-header:1"),
        same("[default]\na = 1\n[default]\na = 2\n", "duplicate-section:3 aws-cli"),
        same("[default]\na = 1\n[default]\nA = 1\n  2\n", "duplicate-section:3 aws-cli"),
        same("[]\n[profile]\n", "section-without-name:1 aws-cli", "section-without-name:2"),
        same(
            "[left out]\n[left out]\n",
            "unknown-section:1",
            "unknown-section:2",
            "duplicate-section:2 aws-cli"),
        same(
            "[default]\n[profile b\nb = 1\n[default]\nc = 1\n",
            "header-without-bracket:2 sdk aws-cli",
            "duplicate-section:4 aws-cli"),
        config("[default]\na = 1\nA = 2\n", "[default]\nA = 2\n", "duplicate-key:3 aws-cli"),
        same("[default]\na = 1\n  2\na = 3\n", "duplicate-key:4 aws-cli"),
        same("[default]\n[profile default]\n", "two-defaults:2"),
        same("[default]\nin valid = v\n", "key-name:2"),
        same("[default]\ns =\n  = v\n", "no-key-in-block:3 sdk"),
        config("[  profile a ]\n", "[profile a]\n", "blank-in-header:1"),
        config("[ default ]\n", "[default]\n", "blank-in-header:1"),
        new Row(FileKind.CREDENTIALS, "[ a ]\n", List.of("blank-in-header:1"), "[a]\n"),
        new Row(
            FileKind.CREDENTIALS,
            "[profile a]\n",
            List.of("prefix-in-credentials:1"),
            "[profile a]\n"),
        new Row(FileKind.CREDENTIALS, "[a b]\n", List.of("section-name:1"), "[a b]\n"),
        config("\uFEFF[default]\n", "[default]\n", "byte-order-mark:1 aws-cli"),
        same("[DEFAULT]\na = 1\n", "default-in-capitals:1"),
        same("[default]\na = b\n  # note\n", "indented-comment:3"),
        config(
            "[default]\ns =\n  # note\n",
            "[default]\ns =\n# note\n",
            "no-equals-sign-in-block:3 sdk"),
        same("[default]\ns =\n  junk\n", "no-equals-sign-in-block:3 sdk aws-cli"),
        config("[default]\n  a = 1\n", "[default]\na = 1\n", "indented-line:2 sdk"),
        config("[default]\n [profile a]\n", "[default]\n[profile a]\n", "indented-line:2 sdk"),
        same("[default]\n  junk\n", "indented-line:2 sdk aws-cli"),
        same("[default] trailing\n", "header-without-bracket:1 sdk"),
        same("[profile a#b]\n", "header-without-bracket:1 sdk"),
        same("[default\n", "header-without-bracket:1 sdk aws-cli"),
        same("a = 1\n", "no-section:1 sdk aws-cli"),
        same("[default]\n= v\n", "no-key:2 sdk aws-cli"),
        config("[default]\na = b\n\n  c\n", "[default]\na = b\n  c\n", "blank-line-in-value:4"),
        same("[a]\n[plugins]\n[preview]\n", "section-without-prefix:1"),
        same("[profilea b]\n", "section-name:1"),
        config("[profile a] # [b]\nc = 1\n", "# [b]\n[profile a]\nc = 1\n", "bracket-in-comment:1"),
        same("[default]\na:b = c\n", "colon-in-key:2"),
        same("[default]\na = b\n  [profile c]\n", "indented-header:3"),
        same("[default]\na = \u00a0b\n", "other-reading:2"),
        same(
            "[default]\ncredential_process = x \"a # b\"\nca_bundle = /a #b\n",
            "inline-comment:2",
            "inline-comment:3"),
        config(
            "[default]\ncredential_process = x \"a\" # b\nca_bundle = /a # b\n",
            "[default]\n# b\ncredential_process = x \"a\"\n# b\nca_bundle = /a\n",
            "inline-comment:2",
            "inline-comment:3"),
        config(
            "[default]\nmfa_serial = \"a\"\n", "[default]\nmfa_serial = a\n", "odd-characters:2"),
        new Row(
            FileKind.CREDENTIALS,
            "[a]\naws_access_key_id = 'AKIA'\naws_secret_access_key = \u200bx\n",
            List.of("odd-characters:2", "odd-characters:3"),
            "[a]\naws_access_key_id = AKIA\naws_secret_access_key = x\n"),
        same(
            "[default]\naws_access_key_id = XXXXX\nrole_arn = arn:aws:iam::[ACCOUNT_ID]:role/x\n",
            "placeholder:2",
            "placeholder:3"),
        same("[left out]\njunk\n", "unknown-section:1", "ignored-line:2 aws-cli"),
        same("[default]\na = \0\n", "nul-character:2 sdk"),
        same("[services a]\nsts =\nendpoint_url = x\n", "services-block:3"),
        same("[services a]\nsts = endpoint_url = x\n", "services-block:2"),
        same("[services a]\nsts =\n  endpont_url = x\n", "services-block:3"),
        same("[services a]\nsts =\n  endpoint_url = x\n"),
        same(
            "[profile a]\nlogin_session = x\naws_access_key_id = y\ncredential_process = z\n",
            "keys-beside-login-session:3",
            "process-beside-login-session:4"),
        same("# c\n[default]\na = b;c\ns =\n  x = 1\n\n  y = 2\n"));
  }

  @Test
  void every_rule_finds_something_in_one_of_the_files() {
    Stream<String> inText = rows().stream().flatMap(row -> row.findings().stream());
    assertThat(Stream.concat(inText, findingsOfEncodings()))
        .extracting(finding -> finding.substring(0, finding.indexOf(':')))
        .containsAll(AwsFileLint.rules().stream().map(LintRule::name).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_difference_is_found_in_its_place(Row row) {
    assertThat(codes(found(row))).containsExactlyElementsOf(row.findings());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_has_one_right_answer_is_repaired_to_it(Row row) {
    AwsFile file = file(row.text());

    assertThat(text(repaired(file, row.kind()))).isEqualTo(row.repaired());
  }

  @Test
  void the_AWS_CLI_fails_on_the_files_it_is_said_to_fail_on() throws Exception {
    assumeTrue(Botocore.isHere(), "no python3-botocore here");
    Botocore botocore = new Botocore(folder);
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Row row : rows()) {
      rows.put(botocore.add(row.kind(), row.text().getBytes(StandardCharsets.UTF_8)), row);
    }
    var readings = botocore.read();

    rows.forEach((name, row) -> {
      boolean fatal = row.findings().stream().anyMatch(finding -> finding.contains("aws-cli"));
      assertThat(requireNonNull(readings.get(name)).isEmpty()).as(row.toString()).isEqualTo(fatal);
    });
  }

  private static Stream<String> findingsOfEncodings() {
    return Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)
        .map(encoding -> "# caf\u00e9\n[default]\na = caf\u00e9\n".getBytes(encoding))
        .flatMap(
            bytes -> codes(AwsFileLint.of(AwsFile.of(bytes), FileKind.CONFIG, "config")).stream());
  }

  @Test
  void another_encoding_is_found_and_its_fatality_depends_on_the_line() {
    assertThat(findingsOfEncodings())
        .containsExactly("not-utf-8:1 aws-cli", "not-utf-8:3 sdk aws-cli", "utf-16:1 sdk aws-cli");
  }

  @Test
  void keys_in_one_file_are_found_beside_a_login_session_in_the_other() {
    AwsFile config = file("[profile a]\nlogin_session = x\n");
    AwsFile credentials = file("[a]\naws_access_key_id = y\n[b]\naws_access_key_id = z\n");

    assertThat(codes(AwsFileLint.of(credentials, config, FileKind.CREDENTIALS, "credentials")))
        .containsExactly("keys-beside-login-session:2");
  }

  @Test
  void no_finding_has_a_value_in_it() {
    List<Found> found =
        AwsFileLint.of(
            file("[a]\naws_secret_access_key = SECRET # SECRET\naws_secret_access_key : SECRET\n"),
            FileKind.CREDENTIALS,
            "credentials");

    assertThat(found).isNotEmpty();
    assertThat(found.toString()).doesNotContain("SECRET");
  }

  @Property
  @Domain(GeneratedFiles.class)
  @Domain(DomainContext.Global.class)
  void a_repaired_file_has_no_finding_that_could_be_repaired(
      @ForAll AnyText any, @ForAll FileKind kind) {
    AwsFile repaired = repaired(file(any.text()), kind);

    assertThat(AwsFileLint.of(repaired, kind, "file"))
        .allMatch(found -> found.finding().fix() == null);
  }

  @Property
  @Domain(GeneratedFiles.class)
  @Domain(DomainContext.Global.class)
  void a_repair_never_changes_what_the_AWS_SDKs_read(@ForAll SoundText sound) {
    AwsFile file = file(sound.text());
    var before = TestFiles.valuesOf(read(file));
    var after = TestFiles.valuesOf(read(repaired(file, FileKind.CONFIG)));

    assertThat(withoutComments(after)).isEqualTo(withoutComments(before));
  }

  /** The raw text of a block has the comments of its lines in it. */
  private static Map<String, Map<String, String>> withoutComments(
      Map<String, Map<String, String>> profiles) {
    profiles.values().forEach(it -> it.replaceAll((key, value) -> value.replace(" # c", "")));
    return profiles;
  }

  private static Map<String, Section> read(AwsFile file) {
    return AwsFileReader.read(file, FileKind.CONFIG, "config", Encoding.CHECKED).profiles();
  }

  private static Row config(String text, String repaired, String... findings) {
    return new Row(FileKind.CONFIG, text, List.of(findings), repaired);
  }

  private static Row same(String text, String... findings) {
    return config(text, text, findings);
  }

  private static List<Found> found(Row row) {
    return AwsFileLint.of(file(row.text()), row.kind(), "config");
  }

  private static AwsFile repaired(AwsFile file, FileKind kind) {
    AwsFile repaired = file;
    for (List<Splice> next = repairs(file, kind); !next.isEmpty(); next = repairs(repaired, kind)) {
      repaired = repaired.with(next);
    }
    return repaired;
  }

  private static List<Splice> repairs(AwsFile file, FileKind kind) {
    return AwsFileLint.repairs(file, kind, "config");
  }

  private static List<String> codes(List<Found> found) {
    List<String> codes = new ArrayList<>();
    for (Found one : found) {
      StringBuilder code = new StringBuilder(one.finding().rule());
      code.append(':').append(one.finding().origin().line());
      for (Tool tool : one.finding().fatalFor()) {
        code.append(' ').append(tool.code());
      }
      codes.add(code.toString());
    }
    return codes;
  }

  private static AwsFile file(String text) {
    return AwsFile.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(AwsFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
