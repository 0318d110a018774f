package dev.keyturn.domain.profile.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of a profile's settings. */
class ProfileSettingTest {

  @Test
  void the_documentation_shows_the_table() throws IOException {
    assertThat(Files.readString(Path.of("../docs/settings.md"))).contains(table());
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "| setting | read by | option | variable | handed on by |\n|---|---|---|---|---|\n");
    for (List<ProfileSetting> alike : rows()) {
      ProfileSetting first = alike.get(0);
      table
          .append("| ")
          .append(alike.stream().map(it -> code(it.label())).collect(Collectors.joining(", ")))
          .append(" | ")
          .append(first.readers())
          .append(" | ")
          .append(first.option().isEmpty() ? "—" : code(first.option()))
          .append(" | ")
          .append(variables(first))
          .append(" | ")
          .append(first.handedOn().label())
          .append(" |\n");
    }
    return table.toString();
  }

  private static String code(Object name) {
    return "`" + name + "`";
  }

  private static String variables(ProfileSetting setting) {
    return setting.variables().isEmpty()
        ? "—"
        : setting.variables().stream()
            .map(ProfileSettingTest::code)
            .collect(Collectors.joining(", "));
  }

  /** Neighbours that are alike share a row. */
  private static List<List<ProfileSetting>> rows() {
    List<List<ProfileSetting>> rows = new ArrayList<>();
    for (ProfileSetting setting : ProfileSetting.values()) {
      ProfileSetting before = rows.isEmpty() ? setting : rows.get(rows.size() - 1).get(0);
      boolean alike =
          before.handedOn() == setting.handedOn()
              && before.readers().equals(setting.readers())
              && before.option().equals(setting.option())
              && before.variables().isEmpty()
              && setting.variables().isEmpty();
      if (rows.isEmpty() || !alike) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(setting);
    }
    return rows;
  }

  @Test
  void tools_see_no_setting_that_leads_to_credentials_or_that_nobody_knows() {
    assertThat(ProfileSetting.isForTools("region")).isTrue();
    assertThat(ProfileSetting.isForTools("cli_pager")).isTrue();
    assertThat(ProfileSetting.isForTools("role_arn")).isFalse();
    assertThat(ProfileSetting.isForTools("aws_access_key_id")).isFalse();
    assertThat(ProfileSetting.isForTools("login_session")).isFalse();
  }
}
