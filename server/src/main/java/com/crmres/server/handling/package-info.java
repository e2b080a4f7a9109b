/// What staff arrange among themselves about conversations, and what they keep ready to say.
@NullMarked
package com.crmres.server.handling;

import org.jspecify.annotations.NullMarked;
