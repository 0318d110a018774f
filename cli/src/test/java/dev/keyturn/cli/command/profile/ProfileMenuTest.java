package dev.keyturn.cli.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.Terminal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The menu of profiles: which lines it shows, and what the keys do. */
class ProfileMenuTest {

  private static final Terminal.Key.Kind ENTER = Terminal.Key.Kind.ENTER;
  private static final Terminal.Key.Kind UP = Terminal.Key.Kind.UP;
  private static final Terminal.Key.Kind DOWN = Terminal.Key.Kind.DOWN;
  private static final Terminal.Key.Kind PAGE_UP = Terminal.Key.Kind.PAGE_UP;
  private static final Terminal.Key.Kind PAGE_DOWN = Terminal.Key.Kind.PAGE_DOWN;
  private static final Terminal.Key.Kind ERASE = Terminal.Key.Kind.ERASE;
  private static final Terminal.Key.Kind ERASE_ALL = Terminal.Key.Kind.ERASE_ALL;
  private static final Terminal.Key.Kind OTHER = Terminal.Key.Kind.OTHER;

  private static final List<String> NAMES =
      List.of("alice", "dev-eu", "dev-us", "prod-eu", "prod", "Prüfung");

  /** A person who presses some keys in a window of some rows. */
  private static final class Pressed implements Terminal.Keys {
    private final Deque<Terminal.Key> keys = new ArrayDeque<>();
    private final List<List<String>> drawn = new ArrayList<>();
    private final int rows;

    Pressed(int rows, Object... pressed) {
      this.rows = rows;
      for (Object key : pressed) {
        if (key instanceof Terminal.Key.Kind kind) {
          keys.add(new Terminal.Key(kind, ""));
        } else {
          key.toString().codePoints().forEach(c -> keys.add(text(Character.toString(c))));
        }
      }
    }

    private static Terminal.Key text(String character) {
      return new Terminal.Key(Terminal.Key.Kind.TEXT, character);
    }

    @Override
    public Terminal.Key next() {
      return keys.removeFirst();
    }

    @Override
    public void draw(List<String> lines) {
      drawn.add(lines);
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public void close() {}
  }

  private static String picked(Object... pressed) {
    Object[] all = Arrays.copyOf(pressed, pressed.length + 1);
    all[pressed.length] = ENTER;
    return new ProfileMenu(new Pressed(24, all), NAMES).pick();
  }

  private static List<String> shown(List<String> names, int rows, Object... pressed) {
    Object[] all = Arrays.copyOf(pressed, pressed.length + 2);
    all[pressed.length] = ERASE_ALL;
    all[pressed.length + 1] = ENTER;
    Pressed keys = new Pressed(rows, all);
    new ProfileMenu(keys, names).pick();
    return keys.drawn.get(keys.drawn.size() - 2);
  }

  @Test
  void enter_takes_the_first_one_and_arrows_move_without_leaving_the_list() {
    assertThat(picked()).isEqualTo("alice");
    assertThat(picked(DOWN, DOWN)).isEqualTo("dev-us");
    assertThat(picked(DOWN, UP, UP)).isEqualTo("alice");
    assertThat(picked(PAGE_DOWN)).isEqualTo("Prüfung");
    assertThat(picked(PAGE_DOWN, DOWN, PAGE_UP)).isEqualTo("alice");
  }

  @Test
  void letters_filter_by_every_word_whatever_their_case() {
    assertThat(picked("us")).isEqualTo("dev-us");
    assertThat(picked("EU pr")).isEqualTo("prod-eu");
    assertThat(picked("prü")).isEqualTo("Prüfung");
  }

  @Test
  void a_name_typed_in_full_is_taken_even_if_it_is_a_part_of_others() {
    assertThat(picked("prod")).isEqualTo("prod");
  }

  @Test
  void backspace_takes_back_one_character_and_of_nothing_none() {
    assertThat(picked("dev-ü", ERASE, "us")).isEqualTo("dev-us");
    assertThat(picked(ERASE, "dev")).isEqualTo("dev-eu");
  }

  @Test
  void enter_does_nothing_while_no_name_fits() {
    assertThat(picked("x", ENTER, DOWN, ERASE, OTHER)).isEqualTo("alice");
    assertThat(shown(NAMES, 24, "x"))
        .containsExactly(
            "Profile (type to filter, arrows, Enter): x", "  no profile has 'x' in its name");
  }

  @Test
  void the_chosen_one_is_marked() {
    assertThat(shown(NAMES, 24, "dev", DOWN))
        .containsExactly("Profile (type to filter, arrows, Enter): dev", "  dev-eu", "> dev-us");
  }

  @Test
  void a_low_window_shows_those_around_the_chosen_one() {
    List<String> many = IntStream.range(10, 60).mapToObj(i -> "p" + i).toList();
    assertThat(shown(many, 6))
        .containsExactly(
            "Profile (type to filter, arrows, Enter): ",
            "> p10",
            "  p11",
            "  p12",
            "  1 to 3 of 50");
    Object[] down = new Object[20];
    Arrays.fill(down, DOWN);
    assertThat(shown(many, 6, down))
        .containsExactly(
            "Profile (type to filter, arrows, Enter): ",
            "  p29",
            "> p30",
            "  p31",
            "  20 to 22 of 50");
  }
}
