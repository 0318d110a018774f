package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hint of every failure in the sources is a command line, ends with one, or describes something
 * that only a person can do. Non-literal values are replaced by {@code x}.
 */
class HintsOfFailuresTest {

  /** What lines begin with. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "keyturn", "aws", "chmod", "df", "echo", "env", "export", "git", "kill", "ls", "pass",
          "ps", "rm", "sh", "stat", "sudo", "unset");

  /** What comes from elsewhere: a variable, or another method. */
  private static final String UNKNOWN = "x";

  private static final Set<String> NAMES = Set.of("hint", "advice", "repair");

  /** It has no command line: it is done outside a shell, or is a value to write. */
  private static final Set<String> BY_HAND =
      Set.of(
          "a session with MFA lasts at most 36h",
          "check its name and the PATH",
          "check the network, HTTPS_PROXY, AWS_CA_BUNDLE and AWS_ENDPOINT_URL",
          "did you mean 'x'?",
          "for example 'pkcs11:token=LABEL?module-path=/usr/lib/softhsm/libsofthsm2.so'",
          "install gnome-keyring, KWallet or KeePassXC, and log in again",
          "its first line is 'User Name,Access key ID,Secret access key', as AWS writes it",
          "create one in the keychain's own application",
          "install version 2 of the AWS CLI:"
              + " https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
          "put a backup of it in its place",
          "see what the authenticator app exported",
          "the next code comes in x s",
          "try again in a minute",
          "try again; if it keeps failing, check AWS_ENDPOINT_URL and"
              + " https://health.aws.amazon.com",
          "type the six digits that the device shows now",
          "use encrypted-file:x",
          "use one of x",
          "use one or more of x",
          "use the x as AWS shows it",
          "use x",
          "wait for the next code, check that the app shows the right account, and that this"
              + " computer's clock is right",
          "write it as 12h, 45m, 1h30m, 43200 (seconds) or PT12H",
          "an endpoint looks like https://sts.us-east-1.amazonaws.com",
          "name the section x",
          "use letters, digits and - _ / . % @ : +",
          "write default in lowercase",
          "write two lines: 's3 =' and, indented below it, 'endpoint_url = URL'",
          "write two lines: 's3-fips =' and, indented below it, 'endpoint_url = URL'",
          "write two lines: 's3-fips.dualstack =' and, indented below it, 'endpoint_url = URL'",
          "write two lines: 's3.dualstack =' and, indented below it, 'endpoint_url = URL'",
          "write x as the value of x",
          "choose a name without other characters",
          "use a single line",
          "use plain text",
          "remove the space or the sign",
          "remove the white space");

  private static final Map<String, Integer> PLACES = new HashMap<>();

  static Stream<String> hints() throws IOException {
    places(Failure.class);
    Set<String> hints = new TreeSet<>();
    for (String module : List.of("library", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        List<Path> sources = files.filter(it -> it.toString().endsWith(".java")).toList();
        collect(sources, hints);
      }
    }
    hints.remove("");
    return hints.stream();
  }

  /** Which argument of each record is a hint. */
  private static void places(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; components != null && i < components.length; i++) {
      if (NAMES.contains(components[i].getName())) {
        PLACES.put(type.getSimpleName(), i);
      }
    }
    Class<?>[] permitted = type.getPermittedSubclasses();
    for (Class<?> one : permitted == null ? new Class<?>[0] : permitted) {
      places(one);
    }
  }

  private static void collect(List<Path> sources, Set<String> hints) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
      for (CompilationUnitTree unit : task.parse()) {
        Scan scan = new Scan(hints);
        // Once for the methods that make failures, and once for those who call them.
        scan.scan(unit, null);
        scan.scan(unit, null);
      }
    }
  }

  /** Collects the hints of one source. */
  private static final class Scan extends TreeScanner<Void, Void> {

    private final Set<String> hints;
    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private boolean inHint;

    Scan(Set<String> hints) {
      this.hints = hints;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      if (variable.getInitializer() != null) {
        constants.put(variable.getName().toString(), variable.getInitializer());
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        if (NAMES.contains(method.getParameters().get(i).getName().toString())) {
          methods.put(method.getName() + "/" + method.getParameters().size(), i);
        }
      }
      boolean outer = inHint;
      inHint = method.getName().contentEquals("hint") && method.getParameters().isEmpty();
      super.visitMethod(method, null);
      inHint = outer;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      int given = call.getArguments().size();
      Integer place = methods.get(call.getMethodSelect() + "/" + given);
      if (place != null) {
        hints.addAll(texts(call.getArguments().get(place)));
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitReturn(ReturnTree returned, Void none) {
      if (inHint && returned.getExpression() != null) {
        hints.addAll(texts(returned.getExpression()));
      }
      return super.visitReturn(returned, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
      String type = made.getIdentifier().toString();
      Integer place = PLACES.get(type.substring(type.lastIndexOf('.') + 1));
      if (place != null && place < made.getArguments().size()) {
        hints.addAll(texts(made.getArguments().get(place)));
      }
      return super.visitNewClass(made, null);
    }

    /** What {@code tree} can be; nothing where that comes from elsewhere. */
    private Set<String> texts(ExpressionTree tree) {
      return switch (tree) {
        case LiteralTree literal -> Set.of(String.valueOf(literal.getValue()));
        case ParenthesizedTree inner -> texts(inner.getExpression());
        case BinaryTree sum -> joined(sum);
        case ConditionalExpressionTree either -> {
          Set<String> both = new LinkedHashSet<>(texts(either.getTrueExpression()));
          both.addAll(texts(either.getFalseExpression()));
          yield both;
        }
        case IdentifierTree name -> constant(name.getName().toString());
        case MemberSelectTree name -> constant(name.getIdentifier().toString());
        case MethodInvocationTree call -> called(call);
        default -> Set.of();
      };
    }

    private Set<String> joined(BinaryTree sum) {
      Set<String> all = new LinkedHashSet<>();
      for (String left : orWord(texts(sum.getLeftOperand()))) {
        for (String right : orWord(texts(sum.getRightOperand()))) {
          all.add(left + right);
        }
      }
      return all;
    }

    private static Set<String> orWord(Set<String> texts) {
      return texts.isEmpty() ? Set.of(UNKNOWN) : texts;
    }

    private Set<String> constant(String name) {
      return switch (name) {
        case "ADD" -> Set.of(ShellCommand.ADD);
        case "AGAIN" -> Set.of(ShellCommand.AGAIN);
        case "ELSE" -> Set.of(ShellCommand.ELSE);
        case "INSTEAD" -> Set.of(ShellCommand.INSTEAD);
        default -> {
          ExpressionTree value = constants.get(name);
          yield value instanceof LiteralTree || value instanceof BinaryTree
              ? texts(value)
              : Set.of();
        }
      };
    }

    private Set<String> called(MethodInvocationTree call) {
      String method = call.getMethodSelect().toString();
      boolean command = method.endsWith(".command");
      if (!command && !method.equals("ShellCommand.of")) {
        return Set.of();
      }
      List<String> words = new ArrayList<>(command ? List.of("keyturn") : List.of());
      call.getArguments().forEach(it -> words.add(orWord(texts(it)).iterator().next()));
      return Set.of(String.join(" ", words));
    }
  }

  @ParameterizedTest
  @MethodSource("hints")
  void a_hint_is_a_line_or_what_only_a_person_can_do(String hint) {
    if (BY_HAND.contains(hint) || hint.endsWith(ShellCommand.AGAIN)) {
      return;
    }
    if (hint.contains(ShellCommand.ADD) && !hint.endsWith(ShellCommand.ADD + UNKNOWN)) {
      List<String> lines = HintsTest.completions(hint);
      assertThat(lines).as("commands with that option").isNotEmpty();
      lines.forEach(HintsTest::type);
      return;
    }
    HintsTest.lines(hint)
        .filter(line -> !line.startsWith("keyturn " + UNKNOWN))
        .forEach(HintsTest::type);
    assertThat(HintsTest.clauses(hint)).anyMatch(HintsOfFailuresTest::isLine);
  }

  private static boolean isLine(String clause) {
    String first = clause.split(" ", 2)[0];
    return PROGRAMS.contains(first) || first.startsWith(UNKNOWN) || first.equals("add");
  }
}
