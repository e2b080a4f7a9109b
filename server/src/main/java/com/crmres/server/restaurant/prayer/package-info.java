/// When prayers are called at a branch, reckoned from the sun as the calendar of Umm al-Qura does.
@NullMarked
package com.crmres.server.restaurant.prayer;

import org.jspecify.annotations.NullMarked;
