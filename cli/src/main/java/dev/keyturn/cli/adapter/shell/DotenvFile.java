package dev.keyturn.cli.adapter.shell;

import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.adapter.file.Rights;
import dev.keyturn.cli.adapter.shell.DotenvStatements.Statement;
import dev.keyturn.cli.command.port.DotenvMerge;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.domain.environment.SetVariables;
import dev.keyturn.domain.lock.Locks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges variables into a {@code .env} file, under a lock against other Keyturn processes. An
 * existing variable gets its value in place, without changing the rest of its line; a missing one
 * is appended; all other bytes are preserved in any encoding. Settings that Keyturn wrote there
 * before are removed.
 */
public final class DotenvFile implements DotenvMerge {

  private final Locks locks;

  /** Changes files under {@code locks}. */
  public DotenvFile(Locks locks) {
    this.locks = locks;
  }

  @Override
  public boolean merge(String file, EnvironmentChange change, boolean keepMode) {
    try (LockedFile locked = LockedFile.lock(Path.of(file), locks)) {
      boolean open = LockedFile.isOpenToOthers(Path.of(file));
      locked.replace(
          merged(locked.bytes(), change), keepMode ? Rights.KEPT_IF_OWN : Rights.PRIVATE);
      return open;
    }
  }

  /** The bytes of a file with {@code change} applied, and otherwise unchanged. */
  static byte[] merged(byte[] before, EnvironmentChange change) {
    return bytes(new Merge(new String(before, StandardCharsets.ISO_8859_1), change).run());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One merge; its text has a character for each byte. */
  private static final class Merge {

    private final String before;
    private final EnvironmentChange change;
    private final StringBuilder after = new StringBuilder();
    private final Set<String> done = new HashSet<>();

    Merge(String before, EnvironmentChange change) {
      this.before = before;
      this.change = change;
    }

    String run() {
      List<Statement> statements = DotenvStatements.of(before);
      Set<String> gone = new HashSet<>(change.unset());
      gone.addAll(SetVariables.in(variables(statements)).settings());
      for (Statement statement : statements) {
        merge(statement, gone);
      }
      for (Map.Entry<String, String> variable : change.set().entrySet()) {
        if (done.add(variable.getKey())) {
          append(variable.getKey(), variable.getValue());
        }
      }
      return after.toString();
    }

    /** In the form that Keyturn writes: without escapes. */
    private Map<String, String> variables(List<Statement> statements) {
      Map<String, String> variables = new HashMap<>();
      for (Statement statement : statements) {
        if (statement.valueStart() >= 0) {
          String value = before.substring(statement.valueStart(), statement.valueEnd());
          boolean quoted = value.length() > 1 && "'\"".indexOf(value.charAt(0)) >= 0;
          String bare = quoted ? value.substring(1, value.length() - 1) : value;
          variables.put(statement.name(), new String(bytes(bare), StandardCharsets.UTF_8));
        }
      }
      return variables;
    }

    private void merge(Statement statement, Set<String> gone) {
      String name = statement.name();
      String value = change.set().get(name);
      if (value == null) {
        boolean stays = !gone.contains(name);
        after.append(before, statement.start(), stays ? statement.end() : statement.start());
      } else if (done.add(name)) {
        replace(statement, quoted(name, value));
      }
    }

    private void replace(Statement statement, String value) {
      if (statement.valueStart() < 0) {
        after.append(before, statement.start(), statement.nameEnd()).append('=').append(value);
        after.append(before, statement.nameEnd(), statement.end());
      } else {
        after.append(before, statement.start(), statement.valueStart()).append(value);
        after.append(before, statement.valueEnd(), statement.end());
      }
    }

    private void append(String name, String value) {
      String end = lineEnd();
      boolean open = !after.isEmpty() && "\r\n".indexOf(after.charAt(after.length() - 1)) < 0;
      after.append(open ? end : "").append(name).append('=').append(quoted(name, value));
      after.append(end);
    }

    private String lineEnd() {
      int first = before.indexOf('\n');
      return first > 0 && before.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    /** As the UTF-8 bytes that all readers expect. */
    private static String quoted(String name, String value) {
      byte[] utf8 = DotenvFormat.quote(name, value).getBytes(StandardCharsets.UTF_8);
      return new String(utf8, StandardCharsets.ISO_8859_1);
    }
  }
}
