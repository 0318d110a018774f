@NullMarked
package dev.keyturn.adapter.aws.xml;

import org.jspecify.annotations.NullMarked;
