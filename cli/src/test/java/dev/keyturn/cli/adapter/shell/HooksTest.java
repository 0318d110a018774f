package dev.keyturn.cli.adapter.shell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.ShellHooks.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The hooks in the real Bash, Z shell and fish, with a script instead of Keyturn. */
@DisabledOnOs(OS.WINDOWS)
class HooksTest {

  private static final String TABLE =
      """
      command||login||log in
      command||env||it's $(touch PWNED) `touch PWNED` "quoted"
      command||exec||run a command
      command||config get||print a setting
      command||config set||change a setting
      option|,login,|-p --profile|%profiles|Profile to use
      option|,login,|--force||Create a new session
      option|,env,|--format|sh fish powershell|Output format
      option|,env,config get,|--file|%files|File to use
      option|,config set,|--section|%any|Section header
      word|,login,|any|%profiles|Profiles
      word|,env,exec,|1|%profiles|Profile
      word|,config set,|2|one two|Value
      """;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void a_keyturn_in_a_folder_with_a_quote() throws IOException {
    Path keyturn = Files.createDirectory(folder.resolve("it's here")).resolve("keyturn");
    Files.writeString(
        keyturn,
        """
        #!/bin/sh
        case $3 in --format) set -- "$1" --format "$4" "$2" ;; esac
        [ "$4" != refused ] || { echo 'keyturn: no' >&2; exit 4; }
        if [ "$4" = --unset ]; then
          for name in AWS_ACCESS_KEY_ID AWS_CREDENTIAL_EXPIRATION KEYTURN_PROFILE; do
            [ "$3" = fish ] && echo "set -e $name; or true;" || echo "unset $name"
          done
          exit
        fi
        [ "$4" != --help ] || { echo 'Usage: $(touch PWNED)'; exit 0; }
        end=$(date -u -d "+$LEFT sec" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v "+${LEFT}S" +%Y-%m-%dT%H:%M:%SZ)
        case $3 in
          fish) echo "set -e AWS_PROFILE; or true;"
            echo "set -gx AWS_ACCESS_KEY_ID 'ASIAIOSFODNN7EXAMPLE';"
            echo "set -gx AWS_CREDENTIAL_EXPIRATION '$end';"
            echo "set -gx KEYTURN_PROFILE '$4';" ;;
          *) echo "export AWS_ACCESS_KEY_ID='ASIAIOSFODNN7EXAMPLE'"
            echo "export AWS_CREDENTIAL_EXPIRATION='$end'"
            echo "export KEYTURN_PROFILE='$4'"
            echo "unset AWS_PROFILE" ;;
        esac
        """);
    Files.setPosixFilePermissions(keyturn, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Shell shell : Shell.values()) {
      Files.writeString(
          folder.resolve("hook." + shell),
          new HookTemplates().hook(shell, keyturn.toString(), TABLE));
    }
    Path aws = Files.createDirectory(folder.resolve(".aws"));
    Files.writeString(
        aws.resolve("config"),
        """
        [default]
        [profile dev]
        [profile a/b@c]
        [profile my team]
        [profile "x y"]
        [sso-session x]
        [profile $(touch PWNED)]
        """);
    Files.writeString(
        aws.resolve("credentials"),
        """
        [account1-default]
        [account1]
        [account1-mfa]
        [x-mfa]
        [x-long-term]
        [b-mfa]
        [b-default]
        [account1-tools]
        """);
    environment.put("HOME", folder.toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
    environment.put("TERM", "dumb");
    // Not the full 12 hours: some shells read a clock that is a few milliseconds slower than
    // date's.
    environment.put("LEFT", "43190");
  }

  /** What the shell prints after it has sourced its hook twice. */
  private String after(Shell shell, String script) throws IOException {
    String source = ". '" + folder.resolve("hook." + shell) + "'\n";
    Path file = folder.resolve("script");
    Files.writeString(file, "cd '" + folder + "'\n" + source + source + script + "\n");
    String name = shell.name().toLowerCase(Locale.ROOT);
    return Installed.program(name).run(environment, file.toString());
  }

  private static String segment(Shell shell) {
    return shell == Shell.ZSH ? "__keyturn_zsh_segment" : "__keyturn_segment";
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void aws_env_switches_this_shell_and_says_so(Shell shell) throws IOException {
    assertThat(after(shell, "aws_env dev\necho $AWS_ACCESS_KEY_ID $KEYTURN_PROFILE\naws_env"))
        .isEqualTo(
            "dev: a session for 12h 0m\nASIAIOSFODNN7EXAMPLE dev\ndev: a session for 12h 0m\n");
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void aws_env_clear_takes_it_away(Shell shell) throws IOException {
    assertThat(after(shell, "aws_env dev\naws_env --clear\necho \"<$AWS_ACCESS_KEY_ID>\"\naws_env"))
        .endsWith(
            """
            session removed from this shell
            <>
            no session in this shell; aws_env PROFILE gets one
            """);
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void a_refusal_leaves_the_shell_as_it_is_and_is_its_status(Shell shell) throws IOException {
    String status = shell == Shell.FISH ? "$status" : "$?";
    assertThat(after(shell, "aws_env dev\naws_env refused\necho " + status + " $KEYTURN_PROFILE"))
        .endsWith("keyturn: no\n4 dev\n");
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void help_text_is_shown_and_not_evaluated(Shell shell) throws IOException {
    assertThat(after(shell, "aws_env --help")).isEqualTo("Usage: $(touch PWNED)\n");
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void the_segment_shows_the_profile_and_the_time_left(Shell shell) throws IOException {
    environment.put("KEYTURN_PROFILE", "dev");
    environment.put("AWS_CREDENTIAL_EXPIRATION", in(Duration.ofMinutes(90)));
    assertThat(after(shell, segment(shell) + "\necho \"<$KEYTURN_PROMPT>\""))
        .isEqualTo("<dev 1h>\n");
    environment.put("AWS_CREDENTIAL_EXPIRATION", in(Duration.ofMinutes(-1)));
    assertThat(after(shell, segment(shell) + "\necho \"<$KEYTURN_PROMPT>\""))
        .isEqualTo("<dev expired>\n");
    environment.remove("KEYTURN_PROFILE");
    assertThat(after(shell, segment(shell) + "\necho \"<$KEYTURN_PROMPT>\"")).isEqualTo("<>\n");
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void ten_minutes_before_the_end_it_is_reported_once(Shell shell) throws IOException {
    environment.put("KEYTURN_PROFILE", "dev");
    environment.put("AWS_CREDENTIAL_EXPIRATION", in(Duration.ofSeconds(570)));
    assertThat(after(shell, (segment(shell) + "\n").repeat(3)))
        .isEqualTo(
            "keyturn: the session of dev ends in 10m; to renew it: aws_env dev --min-remaining"
                + " 15m\n");
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void an_invalid_expiration_is_not_evaluated(Shell shell) throws IOException {
    environment.put("KEYTURN_PROFILE", "a%b");
    environment.put("AWS_CREDENTIAL_EXPIRATION", "a[$(touch PWNED)]-11-21T21:00:00Z");
    after(shell, segment(shell) + "\naws_env");
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void profiles_are_known_by_the_names_one_logs_in_with(Shell shell) throws IOException {
    assertThat(after(shell, "__keyturn_profiles").lines())
        .containsOnly("default", "dev", "a/b@c", "account1", "x", "b-mfa", "b-default");
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  private String completedByBash(String... words) throws IOException {
    String line = "'" + String.join("' '", words) + "'";
    return after(
        Shell.BASH,
        "_tool() { COMPREPLY=(from-tool); }; complete -F _tool tool\n"
            + "COMP_WORDS=("
            + line
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; __keyturn_complete; printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  /** Where no program can be found, none is started. */
  @ParameterizedTest
  @EnumSource(value = Shell.class, mode = Mode.EXCLUDE, names = "POWERSHELL")
  void neither_sourcing_nor_the_segment_starts_a_process(Shell shell) throws IOException {
    environment.put("PATH", "/nowhere");
    environment.put("KEYTURN_PROFILE", "dev");
    environment.put("AWS_CREDENTIAL_EXPIRATION", in(Duration.ofMinutes(90)));
    assertThat(after(shell, segment(shell) + "\necho \"<$KEYTURN_PROMPT>\""))
        .isEqualTo("<dev 1h>\n");
  }

  /** Options that people have in their start-up files; each changes what some script means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BASH | set -u",
        "BASH | set -e",
        "BASH | set -euo pipefail; shopt -s failglob nullglob extglob",
        "BASH | IFS=:0123456789",
        "BASH | IFS=",
        "BASH | set -f; set -C; set -o posix",
        "ZSH | set -u",
        "ZSH | set -e",
        "ZSH | IFS=:0123456789",
        "ZSH | setopt ksh_arrays sh_word_split warn_create_global err_return no_unset",
        "ZSH | setopt extended_glob null_glob glob_subst rc_quotes octal_zeroes c_bases",
        "ZSH | setopt posix_builtins posix_identifiers no_global_export no_clobber ksh_glob",
        "FISH | set -g IFS x"
      })
  void the_options_of_the_user_do_not_matter(Shell shell, String options) throws IOException {
    String words =
        "aws_env dev\n"
            + segment(shell)
            + "\necho \"<$KEYTURN_PROMPT>\"\naws_env --clear\naws_env\n";
    String source = ". '" + folder.resolve("hook." + shell) + "'\n";
    assertThat(after(shell, options.strip() + "\n" + source + source + words))
        .isEqualTo(
            """
            dev: a session for 12h 0m
            <dev 12h>
            session removed from this shell
            no session in this shell; aws_env PROFILE gets one
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"set -u", "IFS=:0123456789", "shopt -s failglob nullglob"})
  void the_options_of_the_user_do_not_matter_to_completion(String options) throws IOException {
    String words =
        """
        COMP_WORDS=(keyturn login d); COMP_CWORD=2; __keyturn_complete; printf '%s,' "${COMPREPLY[@]}"
        COMP_WORDS=(keyturn exec dev -- printenv H); COMP_CWORD=5; __keyturn_complete
        COMP_WORDS=(aws_env a); COMP_CWORD=1; __keyturn_complete_aws_env; printf '%s,' "${COMPREPLY[@]}"
        """;
    assertThat(after(Shell.BASH, options + "\n" + words)).isEqualTo("default,dev,a/b@c,account1,");
  }

  @Test
  void bash_completes_commands_options_profiles_and_what_is_wrapped() throws IOException {
    assertThat(completedByBash("keyturn", "ex")).isEqualTo("exec\n");
    assertThat(completedByBash("keyturn", "env", "--fo")).isEqualTo("--format\n");
    assertThat(completedByBash("keyturn", "env", "--format", "po")).isEqualTo("powershell\n");
    assertThat(completedByBash("keyturn", "env", "--format", "=", "po")).isEqualTo("powershell\n");
    assertThat(completedByBash("keyturn", "config", "")).isEqualTo("get\nset\n");
    assertThat(completedByBash("keyturn", "config", "set", "--")).isEqualTo("--section\n");
    assertThat(completedByBash("keyturn", "login", "a/")).isEqualTo("a/b@c\n");
    assertThat(completedByBash("keyturn", "exec", "dev", "--", "tool", "x"))
        .isEqualTo("from-tool\n");
    assertThat(completedByBash("keyturn", "exec", "dev", "--", "printe")).contains("printenv\n");
  }

  @Test
  void bash_shows_what_the_candidates_do_where_it_lists_them() throws IOException {
    String line = "COMP_WORDS=(keyturn ''); COMP_CWORD=1; COMP_TYPE=63; __keyturn_complete\n";
    assertThat(after(Shell.BASH, line + "printf '%s\\n' \"${COMPREPLY[@]}\""))
        .startsWith("login                 log in\nenv                   it's $(touch PWNED)")
        .endsWith("config\n");
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  /** Fish cuts them itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "56 | Create a new session",
        "43 | Create a new session",
        "42 | Create a new ...",
        "38 | ''",
        "0  | Create a new session"
      })
  void descriptions_are_cut_to_the_width_of_the_terminal(int columns, String description)
      throws IOException {
    for (Shell shell : List.of(Shell.BASH, Shell.ZSH)) {
      assertThat(after(shell, "COLUMNS=" + columns + "; __keyturn_candidates login --f"))
          .as(shell.name())
          .endsWith("--force\t" + description + "\n");
    }
  }

  @Test
  void fish_completes_commands_options_profiles_and_what_is_wrapped() throws IOException {
    assertThat(after(Shell.FISH, "complete -C 'keyturn ex'")).isEqualTo("exec\trun a command\n");
    assertThat(after(Shell.FISH, "complete -C 'keyturn env --fo'"))
        .isEqualTo("--format\tOutput format\n");
    assertThat(after(Shell.FISH, "complete -C 'keyturn env --format=po'"))
        .isEqualTo("--format=powershell\n");
    assertThat(after(Shell.FISH, "complete -C 'keyturn config '"))
        .isEqualTo("get\tprint a setting\nset\tchange a setting\n");
    assertThat(after(Shell.FISH, "complete -C 'keyturn login d'")).isEqualTo("default\ndev\n");
    assertThat(after(Shell.FISH, "complete -C 'keyturn exec dev -- printe'")).contains("printenv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | login log in,env it's $(touch PWNED) `touch PWNED`"
            + " \"quoted\",exec run a command,config",
        "--debug ''              | login log in,env it's $(touch PWNED) `touch PWNED`"
            + " \"quoted\",exec run a command,config",
        "config ''               | get print a setting,set change a setting",
        "login --                | --profile Profile to use,--force Create a new session",
        "login -p ''             | default,dev,a/b@c,account1,x,b-mfa,b-default",
        "login dev --force ''    | default,dev,a/b@c,account1,x,b-mfa,b-default",
        "env --format ''         | sh,fish,powershell",
        "env ''                  | default,dev,a/b@c,account1,x,b-mfa,b-default",
        "env dev ''              | ",
        "config set a ''         | one,two",
        "config set --section x a '' | one,two",
        "config set --section '' | ",
        "unknown ''              | ",
      })
  void all_shells_find_the_same_candidates(String words, String candidates) throws IOException {
    for (Shell shell : List.of(Shell.BASH, Shell.ZSH, Shell.FISH)) {
      String found = after(shell, "__keyturn_candidates " + words);
      assertThat(found.lines().map(line -> line.replace('\t', ' ').strip()).collect(joining(",")))
          .as(shell.name())
          .isEqualTo(candidates == null ? "" : candidates);
    }
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  @Test
  void the_prompt_command_of_the_user_is_kept_and_the_hook_is_added_once() throws IOException {
    environment.put("PROMPT_COMMAND", "mine");
    assertThat(after(Shell.BASH, "echo \"$PROMPT_COMMAND\""))
        .isEqualTo("__keyturn_segment; mine\n");
    assertThat(after(Shell.ZSH, "echo $precmd_functions")).isEqualTo("__keyturn_zsh_segment\n");
  }

  private static String in(Duration left) {
    // The shell's clock may be some milliseconds slow.
    return Instant.now().minusMillis(20).plus(left).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
