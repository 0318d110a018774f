package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * After any sequence of events, the launcher answers what Java would answer.
 *
 * <p>{@code ./dev campaign hot-answers} tries many more sequences than the build does. A sequence
 * that breaks the law is named by its number, {@code -Dtests.sequence=NUMBER} runs it alone.
 */
@EnabledOnOs(OS.LINUX)
class HotAnswersLawTest {

  private static final int SEQUENCES = Integer.getInteger("tests.sequences", 300);
  private static final int FIRST = Integer.getInteger("tests.sequence", 0);
  private static final int STEPS = 5;

  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("credential-process", "dev"),
          List.of("credential-process", "admin"),
          List.of("credential-process"),
          List.of("env", "dev"),
          List.of("env", "admin", "--format", "sh"),
          List.of("env", "dev", "--format", "fish"),
          List.of("env"),
          List.of("status", "dev", "--check"),
          List.of("status", "--check", "admin"),
          List.of("status", "dev", "--short"),
          List.of("status", "plain", "--short"),
          List.of("login", "dev"),
          List.of("login", "admin"),
          List.of("login"),
          List.of("exec", "dev", "--", "env", "-u", "_"),
          List.of("exec", "plain", "--", "/usr/bin/env", "-u", "_"));

  @TempDir private Path folder = Path.of("");
  private int hot;
  private int asked;

  @Test
  void the_launcher_answers_as_java_would() {
    int last = FIRST == 0 ? SEQUENCES : FIRST;
    for (int sequence = Math.max(FIRST, 1); sequence <= last; sequence++) {
      run(sequence);
    }
    System.out.println(hot + " of " + asked + " answers without Java");
    assertThat(hot).as("answers without Java").isGreaterThan(asked / 10);
  }

  private void run(int sequence) {
    Random random = new Random(sequence);
    List<HotShell> shells = HotShell.installed();
    HotShell shell = shells.get(sequence % shells.size());
    HotHome home = new HotHome(folder.resolve(Integer.toString(sequence)));
    List<String> story = new ArrayList<>(List.of("sequence " + sequence + " in " + shell));
    try (GrantingSts sts = new GrantingSts(home.clock())) {
      home.ask(sts);
      HotEvents events = new HotEvents(home, random);
      story.add(events.login());
      story.add(events.settle());
      List<String> favourite = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
      for (int step = 0; step < STEPS; step++) {
        boolean another = random.nextInt(4) == 0;
        List<String> question =
            another ? QUESTIONS.get(random.nextInt(QUESTIONS.size())) : favourite;
        if (!ask(home, shell, question, story) && random.nextBoolean()) {
          story.add(events.recover());
          ask(home, shell, question, story);
        }
        if (random.nextInt(4) > 0) {
          story.add(events.settle());
          ask(home, shell, question, story);
        }
        story.add(events.happen());
      }
    }
    HotEvents.remove(folder.resolve(Integer.toString(sequence)));
  }

  /** Whether there was an answer. */
  private boolean ask(HotHome home, HotShell shell, List<String> question, List<String> story) {
    String[] words = question.toArray(String[]::new);
    HotHome.Outcome answer = home.launcher(shell, words);
    story.add(question + " -> " + (answer.isOfJava() ? "Java" : "hot"));
    asked++;
    if (answer.isOfJava()) {
      return home.java(words).exit() == 0;
    }
    hot++;
    assertThat(sorted(answer, question))
        .as(String.join("\n", story))
        .isEqualTo(home.expected(words));
    return true;
  }

  /** The environment is in no order, and the shell adds to it. */
  private static HotHome.Outcome sorted(HotHome.Outcome answer, List<String> question) {
    if (!question.get(0).equals("exec")) {
      return answer;
    }
    StringBuilder text = new StringBuilder();
    answer
        .out()
        .lines()
        .filter(line -> !line.matches("(PWD|OLDPWD|SHLVL|_)=.*"))
        .sorted()
        .forEach(line -> text.append(line).append('\n'));
    return new HotHome.Outcome(answer.exit(), text.toString(), answer.err());
  }
}
