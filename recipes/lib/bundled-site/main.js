import "career-ladder";
