/// What staff arrange among themselves: who has a conversation, when it is back, what they note.
@NullMarked
package com.crmres.desktop.handling;

import org.jspecify.annotations.NullMarked;
