package dev.keyturn.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Sandbox;
import dev.keyturn.sandbox.clients.SessionProgram;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each class is a test as another project writes it. */
class SandboxExtensionTest {

  @Nested
  @ExtendWith(SandboxExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OnAClass {
    private final Set<String> urls = new HashSet<>();

    @Test
    void the_sandbox_is_a_parameter(Sandbox sandbox) {
      useUpTheCodes(sandbox);
    }

    @Test
    void it_is_the_same_one_for_the_class_and_reset_before_each_test(Sandbox sandbox) {
      useUpTheCodes(sandbox);
    }

    private void useUpTheCodes(Sandbox sandbox) {
      urls.add(sandbox.url());
      assertThat(urls).hasSize(1);
      assertThat(sandbox.requests("GetSessionToken")).isZero();
      for (int i = 0; i < 3; i++) {
        SessionProgram.of(sandbox, "alice").session(sandbox.code("alice"));
      }
    }

    @Nested
    class Inside {
      @Test
      void a_nested_class_has_the_same_one(Sandbox sandbox) {
        useUpTheCodes(sandbox);
      }
    }
  }

  @Nested
  class AsAField {
    @RegisterExtension
    static final SandboxExtension EXTENSION =
        new SandboxExtension("{\"Accounts\":[{\"Users\":[{\"UserName\":\"carol\"}]}]}");

    @Test
    void it_has_the_state_that_was_given(Sandbox sandbox) {
      assertThat(sandbox.user("carol").accessKeys()).hasSize(1);
    }
  }

  @Nested
  class AsAFieldOfEachTest {
    @RegisterExtension final SandboxExtension extension = new SandboxExtension();

    @Test
    void it_runs_for_one_test(Sandbox sandbox) {
      assertThat(sandbox.user("alice").accessKeys()).hasSize(1);
    }
  }

  @Nested
  @ExtendWith(SandboxExtension.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class InAConstructor {
    private final Sandbox sandbox;

    InAConstructor(Sandbox sandbox) {
      this.sandbox = sandbox;
    }

    @Test
    void it_is_the_one_of_the_class(Sandbox same) {
      assertThat(sandbox).isSameAs(same);
      assertThat(sandbox.user("alice").accessKeys()).hasSize(1);
    }
  }

  @Nested
  @ExtendWith(SandboxExtension.class)
  class InTheConstructorOfEachTest {
    private final Sandbox sandbox;

    InTheConstructorOfEachTest(Sandbox sandbox) {
      this.sandbox = sandbox;
    }

    @Test
    void it_is_the_one_of_the_class(Sandbox same) {
      assertThat(sandbox).isSameAs(same);
    }
  }
}
