/// How the desktop program bears a hundred thousand conversations, a rush and a long shift.
@NullMarked
package com.crmres.bench.desktop;

import org.jspecify.annotations.NullMarked;
