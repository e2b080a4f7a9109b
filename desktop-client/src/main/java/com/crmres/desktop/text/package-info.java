/// What people read: translations, times, money and the direction of writing.
@NullMarked
package com.crmres.desktop.text;

import org.jspecify.annotations.NullMarked;
